// Calls to the server of a purpose: how many at once, tried again, paused where the server asks for it.
import type { Failure, OperationName } from '../../contract/index.ts'
import { createDispatcher, type Dispatcher } from '../dispatch/dispatcher.ts'
import type { RateLimits } from '../ports/speech.ts'
import type { StudioContext } from './studio-context.ts'

/** How often one call is tried in all. */
const tries = 4

export type ServerSchedule = {
  /** A person wants it to go on: whoever waits for a server tries at once. */
  tryNow(): void
  /** `characters`: how much is sent, for servers that count. Fails with the last failure, or when aborted. */
  run<T extends { limits?: RateLimits }>(
    server: { readonly label: string },
    characters: number,
    work: (signal: AbortSignal) => Promise<T>,
    how: {
      signal: AbortSignal
      /** Whenever it begins or ends to wait for the server; null: it goes on. */
      onWaiting?: (waiting: { failure: Failure; until: number } | null) => void
    },
  ): Promise<T>
}

/** Of all books together: however often a server is set anew, its calls have one limit. */
export function createServerSchedule(
  context: Pick<StudioContext, 'clock' | 'scope' | 'settingsInForce' | 'measures' | 'options'>,
  operation: OperationName,
): ServerSchedule {
  const { clock, scope, settingsInForce, measures, options } = context
  const byLabel = new Map<string, { lanes: number; dispatcher: Dispatcher }>()
  const dispatcherOf = (label: string): Dispatcher => {
    const lanes = settingsInForce().scriptConcurrency
    const known = byLabel.get(label)
    if (known?.lanes === lanes) return known.dispatcher
    // What waits in an old one comes to its end there.
    const dispatcher = createDispatcher({
      clock,
      random: Math.random,
      endpoints: [{ id: label, limit: { mode: 'fixed', lanes } }],
      caps: () => ({ lanes, requestsPerMinute: null, charactersPerMinute: null }),
      tries,
      ...(options.patienceMs === undefined ? {} : { budgetMs: options.patienceMs }),
    })
    scope.own(() => dispatcher.dispose())
    byLabel.set(label, { lanes, dispatcher })
    return dispatcher
  }
  return {
    tryNow() {
      for (const { dispatcher } of byLabel.values()) dispatcher.tryNow()
    },
    run(server, characters, work, { signal, onWaiting }) {
      const dispatcher = dispatcherOf(server.label)
      const tell = (until: number | null) => {
        const failure = dispatcher.state()[0]?.lastFailure?.failure
        onWaiting?.(until === null || !failure ? null : { failure, until })
      }
      return dispatcher.run(
        { characters },
        async (_, inner) => {
          const value = await measures.around(operation, server.label, () => work(inner))
          return { value, ...(value.limits && { limits: value.limits }) }
        },
        { signal, urgent: false, onWaiting: tell },
      )
    },
  }
}
