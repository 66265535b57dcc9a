// How fast speech goes. Listens to what happens; takes no part in it.
import type { SpeechPerformance } from '../../../contract/index.ts'
import { quantileOf } from '../../base/quantile.ts'
import { createRecentValues } from '../../base/recent-values.ts'
import type { Clock } from '../../base/scope.ts'

const windowMs = 10_000
const latenciesKept = 512
const endings = { spanMs: 300_000, most: 512 }

/** Lanes by the name of the source that has them: jobs at one source share them. */
type SourceLanes = ReadonlyMap<string, number>

/** What one speech job tells of itself. Until `end` it is counted. */
export type SpeechLoad = {
  setLanes(lanes: SourceLanes): void
  setQueued(queued: number): void
  end(): void
}

export type Meter = {
  /** A speech job begins; efficiency is counted from the first of those that run. */
  begin(wanted: SourceLanes): SpeechLoad
  /** Returns what to call when the bytes have arrived or the call has failed. */
  laneBusy(): (outcome: 'arrived' | 'failed') => void
  kept(characters: number, soundSeconds: number): void
  cacheHits(count: number): void
  /** A narration looked for takes of rows that were spoken before. */
  lookedFor(takes: { there: number; gone: number }): void
  /** Of the segments of the last minutes, how many were spoken and how many could not be. */
  recentSegments(): { count: number; failures: number }
  /** Of the narrations that run; null where none has looked. */
  rerun(): { there: number; gone: number } | null
  /** A request goes out; `again` where one like it has failed. */
  requested(again: boolean): void
  /** A take was kept with flags. */
  flagged(): void
  failed(): void
  /** Null until it can be told; cheap enough to be asked for every segment. */
  etaSeconds(): number | null
  read(): Omit<SpeechPerformance, 'endpoints'>
}

/** Rates are over the last ten seconds; counts are since the studio opened. */
export function createMeter(clock: Clock): Meter {
  const latencies: number[] = []
  let recent: { at: number; characters: number; seconds: number }[] = []
  const counts = { spoken: 0, cacheHits: 0, requests: 0, retries: 0, flagged: 0, failures: 0 }
  const loads = new Set<{ wanted: SourceLanes; lanes: SourceLanes; queued: number }>()
  const ended = createRecentValues<'kept' | 'failed'>(clock, endings)
  let looked = { there: 0, gone: 0 }
  let busy = 0
  // Integrals since speech began: of lanes that could work, and of lanes that did.
  let laneMs = 0
  let busyMs = 0
  let integratedAt = clock.monotonic()

  /** Of all jobs; 0 while none runs. */
  const lanesOf = (kind: 'wanted' | 'lanes'): number => {
    const most = new Map<string, number>()
    for (const load of loads)
      for (const [source, lanes] of load[kind])
        most.set(source, Math.max(lanes, most.get(source) ?? 0))
    return [...most.values()].reduce((sum, lanes) => sum + lanes, 0)
  }
  const queuedOf = () => [...loads].reduce((sum, { queued }) => sum + queued, 0)

  const integrate = () => {
    const now = clock.monotonic()
    const lanes = lanesOf('lanes')
    laneMs += lanes * (now - integratedAt)
    busyMs += Math.min(busy, lanes) * (now - integratedAt)
    integratedAt = now
  }

  /** Forgets what is older than the window; the seconds that what is left spans, at least one. */
  const recentSeconds = (): number => {
    const now = clock.monotonic()
    recent = recent.filter(({ at }) => now - at <= windowMs)
    return Math.max(1000, now - (recent[0]?.at ?? now)) / 1000
  }
  const etaSeconds = () => {
    const seconds = recentSeconds()
    const perSecond = recent.length / seconds
    return loads.size > 0 && perSecond > 0 ? queuedOf() / perSecond : null
  }

  return {
    etaSeconds,
    begin(wanted) {
      integrate()
      if (loads.size === 0) {
        looked = { there: 0, gone: 0 }
        laneMs = 0
        busyMs = 0
      }
      const load = { wanted, lanes: wanted, queued: 0 }
      loads.add(load)
      return {
        setLanes(lanes) {
          integrate()
          load.lanes = lanes
        },
        setQueued(queued) {
          load.queued = queued
        },
        end() {
          integrate()
          loads.delete(load)
        },
      }
    },
    laneBusy() {
      integrate()
      busy += 1
      const began = clock.monotonic()
      let over = false
      return (outcome) => {
        if (over) return
        over = true
        integrate()
        busy -= 1
        if (outcome === 'failed') return
        latencies.push(clock.monotonic() - began)
        if (latencies.length > latenciesKept) latencies.shift()
      }
    },
    kept(characters, seconds) {
      counts.spoken += 1
      ended.add('kept')
      recent.push({ at: clock.monotonic(), characters, seconds })
    },
    cacheHits(count) {
      counts.cacheHits += count
    },
    lookedFor({ there, gone }) {
      looked.there += there
      looked.gone += gone
    },
    recentSegments() {
      const last = ended.read()
      return { count: last.length, failures: last.filter((how) => how === 'failed').length }
    },
    rerun: () => (loads.size > 0 && looked.there + looked.gone > 0 ? looked : null),
    requested(again) {
      counts.requests += 1
      if (again) counts.retries += 1
    },
    flagged() {
      counts.flagged += 1
    },
    failed() {
      counts.failures += 1
      ended.add('failed')
    },
    read() {
      integrate()
      const span = recentSeconds()
      const charactersPerSecond = recent.reduce((sum, row) => sum + row.characters, 0) / span
      const asked = counts.spoken + counts.cacheHits
      return {
        // A segment made ahead of its turn, for listening, works beside the lanes of the job.
        lanes: Math.max(lanesOf('lanes'), busy),
        lanesWanted: lanesOf('wanted'),
        busyLanes: busy,
        parallelEfficiency: loads.size > 0 && laneMs > 0 ? busyMs / laneMs : null,
        charactersPerSecond,
        realTimeFactor: recent.reduce((sum, row) => sum + row.seconds, 0) / span,
        latencyP50Ms: quantileOf(latencies, 0.5),
        latencyP95Ms: quantileOf(latencies, 0.95),
        cacheHitRate: asked === 0 ? null : counts.cacheHits / asked,
        queued: queuedOf(),
        ...counts,
        etaSeconds: etaSeconds(),
      }
    },
  }
}
