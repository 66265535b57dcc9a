// What the studio knows of its own speed and memory, once a second.
import { z } from 'zod'
import { Failure } from './failure.ts'

/** One server, or a source that has one place only. */
export const EndpointPerformance = z.object({
  /** `provider/endpoint`. */
  id: z.string(),
  label: z.string(),
  /** Segments that it may be given at once, as found so far. */
  width: z.number().int(),
  busy: z.number().int(),
  /** `open`: it failed too often and is left alone; `half-open`: one segment tries it. */
  breaker: z.enum(['closed', 'open', 'half-open']),
  /** Milliseconds since the epoch. */
  nextTryAt: z.number().nullable(),
  pausedUntil: z.number().nullable(),
  /** The newest one, however long ago; what succeeded since does not take it away. */
  lastFailure: z.object({ at: z.number(), failure: Failure }).nullable(),
})
export type EndpointPerformance = z.infer<typeof EndpointPerformance>

export const SpeechPerformance = z.object({
  /** Lanes that may work at once, as the governor allows it now. */
  lanes: z.number().int(),
  /** What the person asked for. */
  lanesWanted: z.number().int(),
  busyLanes: z.number().int(),
  /** Busy lane-seconds ÷ (lanes × seconds) since the job began; null without a job. */
  parallelEfficiency: z.number().nullable(),
  charactersPerSecond: z.number(),
  /** Seconds of sound made per second. */
  realTimeFactor: z.number(),
  latencyP50Ms: z.number().nullable(),
  latencyP95Ms: z.number().nullable(),
  cacheHitRate: z.number().nullable(),
  queued: z.number().int(),
  /** Requests to voices, and of them the ones made again. */
  requests: z.number().int(),
  retries: z.number().int(),
  /** Takes kept though something seems to be wrong with them. */
  flagged: z.number().int(),
  failures: z.number().int(),
  spoken: z.number().int(),
  cacheHits: z.number().int(),
  etaSeconds: z.number().nullable(),
  endpoints: z.array(EndpointPerformance),
})
export type SpeechPerformance = z.infer<typeof SpeechPerformance>

export const MemoryPerformance = z.object({
  rssBytes: z.number(),
  heapUsedBytes: z.number(),
  externalBytes: z.number(),
  /** Whole process tree, proportional set size; null where the system does not tell. */
  treeBytes: z.number().nullable(),
  peakRssBytes: z.number(),
  peakTreeBytes: z.number().nullable(),
  softLimitBytes: z.number(),
  governor: z.enum(['normal', 'lowered']),
})
export type MemoryPerformance = z.infer<typeof MemoryPerformance>

export const PerformanceSample = z.object({
  /** Milliseconds since the epoch. */
  at: z.number(),
  speech: SpeechPerformance,
  memory: MemoryPerformance,
  eventLoopDelayP99Ms: z.number(),
  gcMsPerSecond: z.number(),
  /** Of one core, this process alone. */
  cpuPercent: z.number(),
})
export type PerformanceSample = z.infer<typeof PerformanceSample>

/**
 * One process of the tree. What it tells of itself is null while it has not answered: one that is busy answers late,
 * one that is not ours never.
 */
export const ProcessPerformance = z.object({
  /** `main`, or what it was launched as; of a stranger, the system's name for it. */
  name: z.string(),
  /** `thread`: of the main process, with a heap of its own; `stranger`: below us, and none of those we know of. */
  kind: z.enum(['main', 'child', 'thread', 'stranger']),
  /** Null for a thread. */
  pid: z.number().int().nullable(),
  rssBytes: z.number().nullable(),
  /** Proportional set size; null where the system does not tell. */
  pssBytes: z.number().nullable(),
  heapUsedBytes: z.number().nullable(),
  externalBytes: z.number().nullable(),
  arrayBufferBytes: z.number().nullable(),
  /** Of one core. */
  cpuPercent: z.number().nullable(),
  gcMsPerSecond: z.number().nullable(),
  /** Collections since it began. */
  collections: z.number().int().nullable(),
  eventLoopDelayP99Ms: z.number().nullable(),
  /** Share of the time in which its loop had work, 0 to 1. */
  eventLoopUtilisation: z.number().nullable(),
  threads: z.number().int().nullable(),
  openFiles: z.number().int().nullable(),
})
export type ProcessPerformance = z.infer<typeof ProcessPerformance>

/** How many of what the studio owns there are now; `io/` names of its own may come to these. */
export const OwnedCount = z.object({ name: z.string(), count: z.number().int() })
export type OwnedCount = z.infer<typeof OwnedCount>

/** What grew and never fell again while work was done: memory of a process in bytes, or a count. */
export const SuspectedLeak = z.object({
  /** `heap of main`, `listeners`, …: bounded, and the same for the same thing. */
  name: z.string(),
  unit: z.enum(['bytes', 'count']),
  /** Floors of the first and the last part of the time that is looked at. */
  from: z.number(),
  to: z.number(),
  /** Milliseconds since the epoch. */
  since: z.number(),
})
export type SuspectedLeak = z.infer<typeof SuspectedLeak>

/** Objects of one class in the main process, and the memory that they take by themselves. */
export const ObjectCount = z.object({
  name: z.string(),
  count: z.number().int(),
  bytes: z.number(),
})
export type ObjectCount = z.infer<typeof ObjectCount>

/** What was freed, in the order in which it was; measured, so that it may be less than nothing. */
export const Optimised = z.object({
  steps: z.array(
    z.object({ step: z.enum(['voices', 'codecs', 'database', 'garbage']), freedBytes: z.number() }),
  ),
  /** Memory before and after: of all processes where the system tells, else of the main one. */
  beforeBytes: z.number(),
  afterBytes: z.number(),
})
export type Optimised = z.infer<typeof Optimised>

/**
 * What is measured each time it is done. `call`: a command. `parse`: a whole book read, `segment`: one of its
 * chapters cut into rows that are kept; `check`: sound that came back is decoded and measured; `store` and `load`:
 * takes; `master`: a stretch rendered to be heard; `export`: a finished file; `ask`: a call to a
 * language model; `listen`: one to a transcription server.
 */
export const operationNames = [
  'call',
  'list-voices',
  'parse',
  'segment',
  'speak',
  'check',
  'store',
  'load',
  'master',
  'encode',
  'export',
  'ask',
  'listen',
] as const
export type OperationName = (typeof operationNames)[number]

/**
 * By how many bytes the main process (its RSS) grew while operations of one kind ran. All that runs shares that memory,
 * so that what ran beside them is in it, and what their children took is not; less than 0 where more was given back
 * than taken.
 */
export const MemoryGrowth = z.object({
  meanBytes: z.number(),
  maxBytes: z.number(),
  lastBytes: z.number(),
})
export type MemoryGrowth = z.infer<typeof MemoryGrowth>

/** All operations of one kind inside another one, or inside a job; what was inside them in turn. */
export const SpanSum = z.object({
  operation: z.enum(operationNames),
  of: z.string().nullable(),
  count: z.number().int(),
  totalMs: z.number(),
  maxMs: z.number(),
  /** See `MemoryGrowth`; null where it is not measured. */
  maxGrowthBytes: z.number().nullable(),
  get spans(): z.ZodArray<typeof SpanSum> {
    return z.array(SpanSum)
  },
})
export type SpanSum = z.infer<typeof SpanSum>

/** How long one kind of operation took, and by how much memory grew, since the studio opened. */
export const OperationPerformance = z.object({
  operation: z.enum(operationNames),
  /** Which command, source of voices, codec or format; null where there is but one kind. */
  of: z.string().nullable(),
  count: z.number().int(),
  failures: z.number().int(),
  minMs: z.number(),
  meanMs: z.number(),
  p50Ms: z.number(),
  p95Ms: z.number(),
  p99Ms: z.number(),
  maxMs: z.number(),
  /** Null where it is not measured: only what is done to books, files and pieces of them is marked for it. */
  memoryGrowth: MemoryGrowth.nullable(),
})
export type OperationPerformance = z.infer<typeof OperationPerformance>

/** One kind of entry in the cache. */
export const CacheKindStats = z.object({
  kind: z.enum(['takes', 'encodes', 'previews', 'books']),
  entries: z.number().int(),
  bytes: z.number(),
  /** Takes: segments to be spoken that had one, or had none. Others: what was asked for. */
  hits: z.number().int(),
  misses: z.number().int(),
  evictions: z.number().int(),
  expiries: z.number().int(),
})
export type CacheKindStats = z.infer<typeof CacheKindStats>
