// Electron's utility process, as a forked Node that finds `process.parentPort`.
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'

const parentPort = fileURLToPath(new URL('./parent-port.ts', import.meta.url))

type Options = { serviceName?: string; execArgv?: string[]; stdio?: unknown }

export const utilityProcess = {
  fork(modulePath: string, args: string[] = [], options: Options = {}) {
    const child = fork(modulePath, args, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: ['--import', parentPort, ...(options.execArgv ?? [])],
    })
    let spawned = false
    const utility = Object.assign(new EventEmitter(), {
      postMessage: (message: unknown) =>
        void (child.connected && child.send(message as object, () => {})),
      kill: () => child.kill('SIGTERM'),
    })
    child.once('spawn', () => {
      spawned = true
      utility.emit('spawn')
    })
    child.on('message', (message) => utility.emit('message', message))
    child.once('exit', (code) => {
      spawned = false
      utility.emit('exit', code)
    })
    return Object.defineProperty(utility, 'pid', { get: () => (spawned ? child.pid : undefined) })
  },
}
