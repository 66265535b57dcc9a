// Equal work under way is one piece of work, ended early only when nobody waits for it any more.
import { abortError } from '../../core/base/scope.ts'

export type SharedWork = {
  /** Joins the work under `key`, or begins it. Rejects with AbortError when `signal` aborts first. */
  join<T>(key: string, signal: AbortSignal, begin: (signal: AbortSignal) => Promise<T>): Promise<T>
}

type Underway = { result: Promise<unknown>; waiting: number; stop: AbortController }

export function createSharedWork(): SharedWork {
  const underway = new Map<string, Underway>()

  const start = (key: string, begin: (signal: AbortSignal) => Promise<unknown>): Underway => {
    const stop = new AbortController()
    const work: Underway = { result: begin(stop.signal), waiting: 0, stop }
    underway.set(key, work)
    const forget = () => {
      if (underway.get(key) === work) underway.delete(key)
    }
    work.result.then(forget, forget)
    return work
  }

  return {
    join<T>(key: string, signal: AbortSignal, begin: (signal: AbortSignal) => Promise<T>) {
      return new Promise<T>((resolve, reject) => {
        if (signal.aborted) return reject(abortError())
        const work = underway.get(key) ?? start(key, begin)
        work.waiting += 1
        const leave = () => {
          signal.removeEventListener('abort', onAbort)
          work.waiting -= 1
        }
        const onAbort = () => {
          leave()
          reject(abortError())
          if (work.waiting > 0) return
          // Who asks for it from now on begins anew.
          if (underway.get(key) === work) underway.delete(key)
          work.stop.abort(abortError())
        }
        signal.addEventListener('abort', onAbort, { once: true })
        work.result.then(
          (value) => (leave(), resolve(value as T)),
          (error: unknown) => (leave(), reject(error as Error)),
        )
      })
    },
  }
}
