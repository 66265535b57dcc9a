// The limits of time of one call and the wish of whoever asked, as one signal.
import { afterAwake } from '../../core/base/after-awake.ts'
import { createScope, type Clock } from '../../core/base/scope.ts'

export type Deadlines = {
  /** Aborts at the first limit, or with the signal given. */
  readonly signal: AbortSignal
  /** The limit that was passed, in milliseconds; null while none was. */
  struck(): number | null
  /** A limit that counts from now and takes the place of the last one of this kind. */
  next(ms: number): void
  /** Ends all limits. Whoever opened it calls this. */
  close(): void
}

/** `wholeMs` counts from now and is never moved. A sleep of the machine strikes no limit. */
export function openDeadlines(clock: Clock, wholeMs: number, signal: AbortSignal): Deadlines {
  const scope = createScope()
  const close = () => void scope.dispose()
  let struck: number | null = null
  let forget = () => {}
  const after = (part: number, run: () => void) => scope.after(clock, part, run)
  const limit = (ms: number) =>
    afterAwake(after, ms, () => {
      struck ??= ms
      close()
    })
  if (signal.aborted) close()
  signal.addEventListener('abort', close, { once: true })
  scope.own(() => signal.removeEventListener('abort', close))
  limit(wholeMs)
  return {
    signal: scope.signal,
    struck: () => struck,
    next(ms) {
      forget()
      forget = limit(ms)
    },
    close,
  }
}
