// The schedule of each source of voices: made when it is first asked, ended when the source is gone.
import type { EndpointPerformance } from '../../../contract/index.ts'
import { fail, failureOf } from '../../base/failure-error.ts'
import type { VoiceProvider } from '../../ports/speech.ts'
import type { LimitMode } from '../../dispatch/adaptive-limit.ts'
import { createDispatcher, type Dispatcher } from '../../dispatch/dispatcher.ts'
import type { StudioContext } from '../studio-context.ts'

/** How often one request is tried in all. */
export const tries = 4
/** Where nothing is known of a server, one does not begin with a crowd. */
const unknownStart = 2

export type Dispatchers = {
  /** Fails with `cancelled` for a source that is there no more. */
  of(provider: VoiceProvider): Promise<Dispatcher>
  /** Every endpoint that was asked since the studio opened. */
  state(): EndpointPerformance[]
  /** The governor's or the person's caps have changed. */
  refresh(): void
  /** Keeps the widths that were found to be good. */
  remember(): Promise<void>
}

type Entry = { provider: VoiceProvider; made: Promise<Dispatcher>; ready: Dispatcher | null }

/** `laneCap`: how many lanes a provider may use now, all its endpoints together. */
export function createDispatchers(
  context: Pick<StudioContext, 'clock' | 'scope' | 'projects' | 'sources' | 'log' | 'options'>,
  laneCap: (provider: VoiceProvider) => number,
): Dispatchers {
  const { clock, scope, projects, sources, log, options } = context
  const entries = new Map<VoiceProvider, Entry>()
  const remembered = new Map<string, number>()

  const factOf = (provider: VoiceProvider, endpoint: string) => `lanes/${provider.name}/${endpoint}`
  const modeOf = async (provider: VoiceProvider, endpoint: string): Promise<LimitMode> => {
    if ((provider.lanesOf?.(endpoint) ?? null) !== null)
      return { mode: 'told', lanes: () => provider.lanesOf?.(endpoint) ?? 0 }
    const { start, max } = provider.capabilities.lanes
    if (start > 0) return { mode: 'fixed', lanes: start }
    const told = Number((await projects.recall(factOf(provider, endpoint))) ?? unknownStart)
    // What is remembered may be damaged: no number would be no limit at all.
    const known = Number.isFinite(told) ? told : unknownStart
    return { mode: 'auto', start: Math.max(1, Math.min(known, max)), max }
  }
  const make = async (provider: VoiceProvider): Promise<Dispatcher> => {
    const { requestsPerMinute, charactersPerMinute } = provider.capabilities
    const endpoints = await Promise.all(
      provider.endpoints.map(async (id) => ({ id, limit: await modeOf(provider, id) })),
    )
    return createDispatcher({
      clock,
      random: Math.random,
      endpoints,
      caps: () => ({ lanes: laneCap(provider), requestsPerMinute, charactersPerMinute }),
      tries,
      ...(options.patienceMs === undefined ? {} : { budgetMs: options.patienceMs }),
    })
  }
  const end = ({ provider, made }: Entry) => {
    entries.delete(provider)
    made
      .then((dispatcher) => dispatcher.dispose())
      .catch((error: unknown) => log.debug('a schedule ended badly', failureOf(error)))
  }
  scope.own(() => [...entries.values()].forEach(end))
  scope.own(
    sources.onChange(() => {
      const there = new Set(sources.all())
      for (const entry of [...entries.values()])
        if (!there.has(entry.provider)) end(entry)
        else entry.ready?.refresh()
    }),
  )

  return {
    async of(provider) {
      const known = entries.get(provider)
      if (known) return known.made
      // The person has changed or removed it: nothing more is asked of what it was.
      if (!sources.all().includes(provider)) throw fail('cancelled')
      const entry: Entry = { provider, made: make(provider), ready: null }
      entries.set(provider, entry)
      entry.made.then(
        (dispatcher) => (entry.ready = dispatcher),
        () => entries.delete(provider),
      )
      return entry.made
    },
    state: () =>
      [...entries.values()].flatMap(({ provider, ready }) =>
        (ready?.state() ?? []).map(({ id, settled: _, ...state }) => ({
          ...state,
          id: `${provider.name}/${id}`,
          label: provider.endpoints.length > 1 ? `${provider.label}, ${id}` : provider.label,
        })),
      ),
    refresh() {
      for (const { ready } of entries.values()) ready?.refresh()
    },
    async remember() {
      for (const { provider, ready } of entries.values()) {
        if (provider.capabilities.lanes.start > 0) continue
        for (const { id, settled } of ready?.state() ?? []) {
          const fact = factOf(provider, id)
          if (settled === null || remembered.get(fact) === settled) continue
          remembered.set(fact, settled)
          await projects.remember(fact, String(settled))
        }
      }
    },
  }
}
