// When the studio warns of itself: each rule with its limit, how long it must be passed, and how it is read.
import type {
  AlertName,
  Alert,
  PerformanceSample,
  Settings,
  SuspectedLeak,
} from '../../../contract/index.ts'
import type { RecentKind, RecentOutcomes } from './recent-outcomes.ts'

/** What is known at one moment. */
export type AlertFacts = {
  sample: PerformanceSample
  recent: RecentOutcomes
  /** Of the last minutes: whatever was tried again and spoken has not failed. */
  segments: { count: number; failures: number }
  leaks: readonly SuspectedLeak[]
  freeDiskBytes: number | null
  /** Of the rows that a narration found to have been spoken before, how many have their take; null where none were. */
  rerun: { there: number; gone: number } | null
  /** Whether anything is being done or waits to be done. */
  atRest: boolean
}

export type AlertReading = Pick<Alert, 'of' | 'value' | 'limit'>

export type AlertRule = {
  name: AlertName
  level: Alert['level']
  /** `below`: it is bad to have less than the limit. */
  bad: 'above' | 'below'
  /** It is raised once the limit has been passed for so long without a break. */
  afterMs: number
  /** Everything it may be raised for; nothing where it cannot be told. */
  read(facts: AlertFacts, settings: Settings): AlertReading[]
}

/** A share of fewer is chance. */
const leastCounted = 20

/** Warns where one in twenty of a kind takes longer than so many seconds. */
const slow = (name: RecentKind, limitOf: (settings: Settings) => number): AlertRule => ({
  name,
  level: 'warning',
  bad: 'above',
  afterMs: 0,
  read({ recent }, settings) {
    const p95Ms = recent.p95Ms(name)
    return p95Ms === null ? [] : [{ of: null, value: p95Ms / 1000, limit: limitOf(settings) }]
  },
})

const failed = ({ segments }: AlertFacts, limit: number): AlertReading[] => {
  const { count, failures } = segments
  return count < leastCounted ? [] : [{ of: null, value: (failures / count) * 100, limit }]
}

export const alertRules: readonly AlertRule[] = [
  slow('lists', ({ alertListSeconds }) => alertListSeconds),
  slow('imports', ({ alertImportSeconds }) => alertImportSeconds),
  slow('speech', ({ alertSpeechSeconds }) => alertSpeechSeconds),
  {
    name: 'core-memory',
    level: 'warning',
    bad: 'above',
    afterMs: 10_000,
    read: ({ sample }, { alertCoreMemory }) => [
      { of: null, value: sample.memory.rssBytes, limit: alertCoreMemory },
    ],
  },
  {
    name: 'failures',
    level: 'warning',
    bad: 'above',
    afterMs: 0,
    read: (facts, { alertFailures }) => failed(facts, alertFailures),
  },
  {
    name: 'many-failures',
    level: 'critical',
    bad: 'above',
    afterMs: 0,
    read: (facts, { alertManyFailures }) => failed(facts, alertManyFailures),
  },
  {
    name: 'lost-takes',
    level: 'warning',
    bad: 'below',
    afterMs: 0,
    read({ rerun }, { alertHitRate }) {
      const count = rerun ? rerun.there + rerun.gone : 0
      if (!rerun || count < leastCounted) return []
      return [{ of: null, value: (rerun.there / count) * 100, limit: alertHitRate }]
    },
  },
  {
    name: 'leak',
    level: 'warning',
    bad: 'above',
    afterMs: 0,
    // Found or not found: the limits are those of the series.
    read: ({ leaks }) => leaks.map(({ name, from, to }) => ({ of: name, value: to, limit: from })),
  },
  {
    name: 'disk',
    level: 'warning',
    bad: 'below',
    afterMs: 0,
    read: ({ freeDiskBytes }, { alertDisk }) =>
      freeDiskBytes === null ? [] : [{ of: null, value: freeDiskBytes, limit: alertDisk }],
  },
  {
    name: 'event-loop',
    level: 'warning',
    bad: 'above',
    // Starting, or opening a book of ten hours, may take a moment once.
    afterMs: 5_000,
    read: ({ sample }, { alertEventLoopMs }) => [
      { of: null, value: sample.eventLoopDelayP99Ms, limit: alertEventLoopMs },
    ],
  },
  {
    name: 'busy-at-rest',
    level: 'critical',
    bad: 'above',
    afterMs: 60_000,
    read: ({ sample, atRest }, { alertRestingCpu }) => [
      { of: null, value: atRest ? sample.cpuPercent : 0, limit: alertRestingCpu },
    ],
  },
]
