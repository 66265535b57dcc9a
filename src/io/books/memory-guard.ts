// Memory beside V8's heap has no limit of its own: a thread looks how much the process has, and kills it.
import { Worker, workerData } from 'node:worker_threads'
import { memoryLimits } from '../../core/book/limits.ts'

const lookEveryMs = 20

/**
 * Starts the thread of src/workers/reader-guard, once; it does not keep the process alive. The returned
 * function allows so many megabytes more: a book of very many pages may have what they take.
 */
export function startMemoryGuard(entry: URL): (moreMegabytes: number) => void {
  const limit = new Int32Array(new SharedArrayBuffer(4))
  limit[0] = memoryLimits.startMegabytes
  const resourceLimits = { maxYoungGenerationSizeMb: 1 }
  new Worker(entry, { workerData: limit, resourceLimits }).unref()
  return (moreMegabytes) =>
    void Atomics.store(limit, 0, memoryLimits.startMegabytes + moreMegabytes)
}

/** Never returns. The launcher sees a process that was killed, and words that. */
export function watchMemory(): never {
  const limit = workerData as Int32Array
  const nothing = new Int32Array(new SharedArrayBuffer(4))
  for (;;) {
    Atomics.wait(nothing, 0, 0, lookEveryMs)
    if (process.memoryUsage.rss() > Atomics.load(limit, 0) * 1024 ** 2)
      process.kill(process.pid, 'SIGKILL')
  }
}
