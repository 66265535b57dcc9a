// Speech servers on a virtual clock, each slow or full in its own way.
import { fail } from '../../../src/core/base/failure-error.ts'
import type { Clock } from '../../../src/core/base/scope.ts'

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Server = {
  speak(characters: number, signal: AbortSignal): Promise<{ value: number }>
  /** The most requests it ever had at once. */
  readonly most: number
  readonly answered: number
  readonly refused: number
}

export type ServerKind = {
  /** Milliseconds a request takes when nothing stands in its way. */
  serviceMs: (characters: number) => number
  /** Requests served at once; others wait in a queue or are refused. */
  slots?: number
  beyond?: 'queue' | 'refuse'
  /** What a request takes longer when this many are served at once. */
  contention?: (serving: number) => number
  /** Says, before anything else, that the request is refused: milliseconds to wait. */
  refuses?: (now: number) => number | null
  /** Fails every request while this is true. */
  down?: (now: number) => boolean
  /** Fails this one request by an error of its own (5xx). */
  breaks?: () => boolean
}

export function createServer(clock: Clock, kind: ServerKind): Server {
  const { serviceMs, slots = Infinity, beyond = 'queue', contention = () => 1 } = kind
  let present = 0
  let serving = 0
  let most = 0
  let answered = 0
  let refused = 0
  const queue: (() => void)[] = []

  const speak = (characters: number, signal: AbortSignal) =>
    new Promise<{ value: number }>((resolve, reject) => {
      signal.throwIfAborted()
      const pauseMs = kind.refuses?.(clock.monotonic()) ?? null
      if (kind.breaks?.()) {
        clock.after(5, () => reject(fail('server-failed', { server: 'test', status: 500 })))
        return
      }
      if (kind.down?.(clock.monotonic())) {
        clock.after(5, () => reject(fail('server-unreachable', { server: 'test' })))
        return
      }
      if (pauseMs !== null || (beyond === 'refuse' && serving >= slots)) {
        refused += 1
        const params = pauseMs === null ? {} : { seconds: pauseMs / 1000 }
        clock.after(5, () => reject(fail('server-busy', { server: 'test', ...params })))
        return
      }
      present += 1
      most = Math.max(most, present)
      const serve = () => {
        serving += 1
        const ms = serviceMs(characters) * contention(serving)
        const cancel = clock.after(ms, () => {
          signal.removeEventListener('abort', stop)
          leave()
          answered += 1
          resolve({ value: characters })
        })
        const stop = () => {
          cancel()
          leave()
          reject(signal.reason as Error)
        }
        signal.addEventListener('abort', stop, { once: true })
      }
      const leave = () => {
        serving -= 1
        present -= 1
        if (serving < slots) queue.shift()?.()
      }
      if (serving < slots) serve()
      else queue.push(serve)
    })

  return {
    speak,
    get most() {
      return most
    },
    get answered() {
      return answered
    },
    get refused() {
      return refused
    },
  }
}
