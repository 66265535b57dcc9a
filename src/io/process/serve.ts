// The far side of a channel: operations by name, cancelled by signal, failures as values.
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../../core/base/failure-error.ts'
import { invariant } from '../../core/base/invariant.ts'
import type { Failure } from '../../contract/index.ts'
import { collectAll } from './collect.ts'
import { createSelfMeasure, type SelfMeasure } from './self-measure.ts'

export type Question =
  | { kind: 'call'; id: number; operation: string; args: unknown }
  | { kind: 'cancel'; id: number }
  | { kind: 'measure' }
  | { kind: 'collect' }
export type Answer =
  /** Of the process itself: nobody called for it. */
  | { kind: 'measured'; id: 0; value: SelfMeasure }
  | { kind: 'value'; id: number; value: unknown }
  | { kind: 'failure'; id: number; failure: Failure }
  | { kind: 'report'; id: number; value: unknown }

/** `report` sends progress to the caller while the operation runs. */
export type Operation = (
  args: never,
  context: { signal: AbortSignal; report: (value: unknown) => void },
) => unknown

/** What the launcher gave this process or thread. */
export function parameters<T>(): T {
  return (isMainThread ? JSON.parse(process.argv[2] ?? '{}') : workerData) as T
}

type FarPort = {
  post(message: Answer): void
  listen(listener: (message: Question) => void): void
}

/** The port to whoever launched us: a thread's, Electron's utility process's, or fork's. */
function farPort(): FarPort {
  // Ctrl-C reaches the whole group; what becomes of our work is the launcher's to say.
  if (isMainThread) process.on('SIGINT', () => {})
  const utility = (process as { parentPort?: { postMessage(m: unknown): void; on: Function } })
    .parentPort
  if (utility) {
    return {
      post: (message) => utility.postMessage(message),
      listen: (listener) =>
        utility.on('message', (event: { data: Question }) => listener(event.data)),
    }
  }
  const thread = parentPort
  if (thread) {
    return {
      post: (message) => thread.postMessage(message),
      listen: (listener) => void thread.on('message', listener),
    }
  }
  invariant(process.send, 'a worker entry is launched by Lectern')
  // Without its launcher a worker has no purpose; it must not outlive it.
  process.on('disconnect', () => process.exit(0))
  return {
    post: (message) => void (process.connected && process.send?.(message, undefined, {}, () => {})),
    listen: (listener) => void process.on('message', listener as (message: unknown) => void),
  }
}

/** Answers calls until the process ends. Every operation's trouble becomes a Failure. */
export function serve(operations: Record<string, Operation>): void {
  const port = farPort()
  const running = new Map<number, AbortController>()

  const run = async (id: number, operation: string, args: unknown) => {
    const controller = new AbortController()
    running.set(id, controller)
    const report = (value: unknown) => port.post({ kind: 'report', id, value })
    try {
      const work = operations[operation]
      invariant(work, `operation ${operation} exists`)
      const value = await work(args as never, { signal: controller.signal, report })
      port.post({ kind: 'value', id, value })
    } catch (error) {
      port.post({ kind: 'failure', id, failure: failureOf(error) })
    } finally {
      running.delete(id)
    }
  }
  // Who is never asked pays for no observers.
  let self: ReturnType<typeof createSelfMeasure> | null = null
  port.listen((question) => {
    if (question.kind === 'cancel') running.get(question.id)?.abort()
    else if (question.kind === 'collect') collectAll()
    else if (question.kind === 'measure') {
      self ??= createSelfMeasure(100)
      port.post({ kind: 'measured', id: 0, value: self.read() })
    } else void run(question.id, question.operation, question.args)
  })
}
