// Launch by fork: for the web door, the terminal and the tests. Electron has its own (main/launch.ts).
import { fork } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'
import type { Channel, Launch, LaunchOptions } from './channel.ts'

/** A child process with structured-clone messages. It ends when its parent's channel closes. */
export const forkProcess: Launch = (entry, options) => {
  const child = fork(fileURLToPath(entry), [JSON.stringify(options.parameters ?? {})], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', options.onNoise ? 'pipe' : 'inherit', 'ipc'],
    execArgv: [
      '--max-semi-space-size=4',
      ...(options.heapMegabytes ? [`--max-old-space-size=${options.heapMegabytes}`] : []),
    ],
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => options.onNoise?.(text))
  // Each listener hears once: an exit may be told twice, as an error and as an exit.
  const ended = (listener: (code: number | null) => void) => {
    let told = false
    return (code: number | null) => {
      if (told) return
      told = true
      listener(code)
    }
  }
  return {
    pid: child.pid,
    // A child that is going away reports by `exit`; a failed send adds nothing to that.
    post: (message) => void (child.connected && child.send(message as object, () => {})),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      const once = ended(listener)
      child.on('exit', once)
      child.on('error', () => once(null))
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** A thread of this process, behind the same shape. */
export function startThread(entry: URL, options: LaunchOptions): Channel {
  const worker = new Worker(entry, {
    workerData: options.parameters ?? {},
    name: options.name,
    resourceLimits: {
      maxYoungGenerationSizeMb: 8,
      ...(options.heapMegabytes ? { maxOldGenerationSizeMb: options.heapMegabytes } : {}),
    },
  })
  return {
    pid: undefined,
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onExit: (listener) => {
      let ended = false
      const once = (code: number | null) => {
        if (!ended) listener(code)
        ended = true
      }
      worker.on('exit', once)
      worker.on('error', () => once(null))
    },
    kill: () => void worker.terminate(),
  }
}
