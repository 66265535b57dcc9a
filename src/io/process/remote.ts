// The near side of a channel: calls with cancellation, reports, and a failure when the far side ends.
import type { Failure } from '../../contract/index.ts'
import { FailureError } from '../../core/base/failure-error.ts'
import { abortError } from '../../core/base/scope.ts'
import type { Channel } from './channel.ts'
import type { Answer, Question } from './serve.ts'

export type Remote = {
  readonly pid: number | undefined
  readonly ended: boolean
  /** Rejects with FailureError, with AbortError when `signal` aborts first, or as `onEnd` says. */
  call<T>(
    operation: string,
    args: unknown,
    options?: { signal?: AbortSignal; onReport?: (report: never) => void },
  ): Promise<T>
  kill(): void
}

type Waiting = {
  resolve(value: unknown): void
  reject(error: Error): void
  report?: (report: never) => void
}

/** `onEnd` words what calls under way fail with when the far side ends before it has answered. */
export function connect(channel: Channel, onEnd: (code: number | null) => Failure): Remote {
  const waiting = new Map<number, Waiting>()
  let next = 1
  let end: Failure | null = null

  channel.onMessage((message) => {
    const answer = message as Answer
    // For the register of processes, which hears it too.
    if (answer.kind === 'measured') return
    const call = waiting.get(answer.id)
    if (!call) return
    if (answer.kind === 'report') {
      call.report?.(answer.value as never)
      return
    }
    waiting.delete(answer.id)
    if (answer.kind === 'value') call.resolve(answer.value)
    else call.reject(new FailureError(answer.failure))
  })
  channel.onExit((code) => {
    end = onEnd(code)
    const calls = [...waiting.values()]
    waiting.clear()
    for (const call of calls) call.reject(new FailureError(end))
  })

  return {
    // Electron tells it only after the process has spawned.
    get pid() {
      return channel.pid
    },
    get ended() {
      return end !== null
    },
    call<T>(operation: string, args: unknown, options: Parameters<Remote['call']>[2] = {}) {
      return new Promise<T>((resolve, reject) => {
        if (end) return reject(new FailureError(end))
        const { signal, onReport } = options
        if (signal?.aborted) return reject(abortError())
        const id = next++
        const onAbort = () => {
          if (!waiting.delete(id)) return
          channel.post({ kind: 'cancel', id } satisfies Question)
          reject(abortError())
        }
        signal?.addEventListener('abort', onAbort, { once: true })
        const forget = () => signal?.removeEventListener('abort', onAbort)
        waiting.set(id, {
          resolve: (value) => (forget(), resolve(value as T)),
          reject: (error) => (forget(), reject(error)),
          ...(onReport ? { report: onReport } : {}),
        })
        channel.post({ kind: 'call', id, operation, args } satisfies Question)
      })
    },
    kill: () => channel.kill(),
  }
}
