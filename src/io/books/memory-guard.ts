// Memory beside V8's heap has no limit of its own: a thread looks how much the process has, and kills it.
import { Worker } from 'node:worker_threads'

/** More than any real book takes; what is over it is answered as hostile. */
const maxRssBytes = 268 * 1024 ** 2
const lookEveryMs = 20

/** Starts the thread of src/workers/reader-guard, once; it does not keep the process alive. */
export function startMemoryGuard(entry: URL): void {
  new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: 1 } }).unref()
}

/** Never returns. The launcher sees a process that was killed, and words that. */
export function watchMemory(): never {
  const nothing = new Int32Array(new SharedArrayBuffer(4))
  for (;;) {
    Atomics.wait(nothing, 0, 0, lookEveryMs)
    if (process.memoryUsage.rss() > maxRssBytes) process.kill(process.pid, 'SIGKILL')
  }
}
