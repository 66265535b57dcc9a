// Launch by Electron's utility process: fork dies under the runAsNode fuse.
import { utilityProcess } from 'electron'
import { fileURLToPath } from 'node:url'
import type { Launch } from '../io/process/channel.ts'

/** A child process with structured-clone messages. Electron ends it with the app. */
export const launchUtilityProcess: Launch = (entry, options) => {
  const child = utilityProcess.fork(
    fileURLToPath(entry),
    [JSON.stringify(options.parameters ?? {})],
    {
      serviceName: options.name,
      stdio: ['ignore', 'ignore', options.onNoise ? 'pipe' : 'inherit'],
      execArgv: [
        '--max-semi-space-size=4',
        ...(options.heapMegabytes ? [`--max-old-space-size=${options.heapMegabytes}`] : []),
      ],
    },
  )
  child.stderr?.on('data', (bytes: Buffer) => options.onNoise?.(bytes.toString('utf8')))
  let ended = false
  child.once('exit', () => (ended = true))
  return {
    // Known once it has spawned.
    get pid() {
      return child.pid
    },
    post: (message) => void (ended || child.postMessage(message)),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener(code)),
    kill: () => {
      // A parser that hangs does not hear SIGTERM.
      if (child.pid === undefined || process.platform === 'win32') child.kill()
      else if (!ended) killNow(child.pid)
    },
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself, and Electron has not said so yet.
  }
}
