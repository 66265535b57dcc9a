// Loaded first in a stand-in utility process: the port to the main process, as Electron gives it.
import { EventEmitter } from 'node:events'
import { isMainThread } from 'node:worker_threads'

// Threads inherit what their process was started with; the port belongs to the process alone.
if (isMainThread) {
  const port = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) =>
      void (process.connected && process.send?.(message, undefined, {}, () => {})),
  })
  // Messages that come before anyone listens wait, as in a message port.
  const early: unknown[] = []
  process.on('message', (data) => {
    if (port.listenerCount('message') > 0) port.emit('message', { data, ports: [] })
    else early.push(data)
  })
  port.on('newListener', (event) => {
    if (event !== 'message') return
    queueMicrotask(() => {
      for (const data of early.splice(0)) port.emit('message', { data, ports: [] })
    })
  })
  process.on('disconnect', () => process.exit(0))
  Object.defineProperty(process, 'parentPort', { value: port })
}
