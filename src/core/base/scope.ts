// Who owns what until when. Scopes form a tree; disposing one disposes all it owns, newest first.
import { invariant } from './invariant.ts'

/** Time, as a port: tests drive it by hand. */
export type Clock = {
  /** Milliseconds since the epoch, for people. */
  now(): number
  /** Milliseconds that never jump, for measuring. */
  monotonic(): number
  /** Runs once after `ms`; returns the function that prevents it. */
  after(ms: number, run: () => void): () => void
}

export type Scope = {
  /** Aborts when the scope is disposed: the only shape of cancellation. */
  readonly signal: AbortSignal
  readonly disposed: boolean
  /** Runs when the scope ends; at once when it has ended already. Returns the function that forgets it. */
  own(dispose: () => void | Promise<void>): () => void
  /** A scope that ends with this one at the latest. */
  child(): Scope
  /**
   * Runs every `ms` until the scope ends; a function is asked for each turn. A turn that is still running is
   * not doubled. One that fails does not keep the next from coming: what the first one failed with comes out of
   * `dispose`, so a turn handles itself what may go wrong.
   */
  every(clock: Clock, ms: number | (() => number), run: () => void | Promise<void>): void
  /** Runs once after `ms`, unless the scope ends before. Returns the function that prevents it. */
  after(clock: Clock, ms: number, run: () => void): () => void
  /** Of this scope and all below it: how many are open, and how much they own besides each other. */
  count(): { scopes: number; owned: number }
  dispose(): Promise<void>
}

/** Makes a root scope; whoever makes it disposes it. */
export function createScope(): Scope {
  const controller = new AbortController()
  const owned = new Set<() => void | Promise<void>>()
  const inner = new Set<Scope>()
  let ending: Promise<void> | null = null
  let failedTurn: { error: unknown } | null = null

  const end = async (): Promise<void> => {
    controller.abort(abortError())
    // What a turn fails with from now on comes of the end itself.
    const errors: unknown[] = failedTurn ? [failedTurn.error] : []
    for (const dispose of [...owned].reverse()) {
      try {
        await dispose()
      } catch (error) {
        errors.push(error)
      }
    }
    owned.clear()
    if (errors.length > 0) throw errors[0]
  }

  const scope: Scope = {
    signal: controller.signal,
    get disposed() {
      return ending !== null
    },
    own(dispose) {
      if (ending !== null) {
        void dispose()
        return () => {}
      }
      owned.add(dispose)
      return () => void owned.delete(dispose)
    },
    child() {
      const one = createScope()
      inner.add(one)
      const forget = scope.own(() => one.dispose())
      one.own(() => {
        inner.delete(one)
        forget()
      })
      return one
    },
    every(clock, ms, run) {
      const next = () => {
        const interval = typeof ms === 'number' ? ms : ms()
        invariant(interval > 0, 'an interval is positive')
        return interval
      }
      let running = false
      const turn = async () => {
        if (scope.disposed) return
        scope.after(clock, next(), () => void turn())
        if (running) return
        running = true
        try {
          await run()
        } catch (error) {
          failedTurn ??= { error }
        } finally {
          running = false
        }
      }
      scope.after(clock, next(), () => void turn())
    },
    after(clock, ms, run) {
      if (ending !== null) return () => {}
      let forget = () => {}
      const cancel = clock.after(ms, () => {
        forget()
        run()
      })
      forget = scope.own(cancel)
      return () => {
        forget()
        cancel()
      }
    },
    count() {
      const below = [...inner].map((one) => one.count())
      return below.reduce(
        (sum, one) => ({ scopes: sum.scopes + one.scopes, owned: sum.owned + one.owned }),
        { scopes: 1, owned: owned.size - inner.size },
      )
    },
    dispose: () => (ending ??= end()),
  }
  return scope
}

/** The error an aborted signal carries; `failureOf` turns it into `cancelled`. */
export function abortError(): Error {
  const error = new Error('cancelled')
  error.name = 'AbortError'
  return error
}
