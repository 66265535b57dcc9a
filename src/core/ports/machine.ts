// The machine below: memory, the log, chance.
import type {
  LogLevel,
  LogQuery,
  ObjectCount,
  OperationPerformance,
  OwnedCount,
  ProcessPerformance,
} from '../../contract/index.ts'

export type MemoryReading = {
  rssBytes: number
  heapUsedBytes: number
  externalBytes: number
  /** Null where the system does not tell. */
  treeBytes: number | null
  eventLoopDelayP99Ms: number
  gcMs: number
  /** Of one core, since the last reading. */
  cpuPercent: number
}
export type MemoryProbe = {
  read(): Promise<MemoryReading>
  /** At rest the event loop is looked at less often: else that alone were a quarter of what a rest costs. */
  setAtRest(isAtRest: boolean): void
  /** Every process of the tree, this one first. Rates are over the time since it was last asked. */
  processes(): Promise<ProcessPerformance[]>
  /** Memory in use now, without beginning a new span for `read`: of the whole tree where the system tells. */
  used(): Promise<number>
  /** Of this process alone, now, in some 6 µs. */
  rssBytes(): number
  /**
   * Asks every process to give back what it does not need; this one has when it resolves. What another one has told
   * before is forgotten: one that is busy tells nothing until it has collected, too.
   */
  collect(): Promise<void>
}

/** Looks into the main process, at a person's wish: it stops for a moment, and the files may be large. */
export type Inspector = {
  /** The name of the file in the folder for such files. Fails as writing does. */
  heapSnapshot(): Promise<{ file: string; bytes: number }>
  cpuProfile(seconds: number): Promise<{ file: string; bytes: number }>
  objects(): Promise<ObjectCount[]>
}

/** Counts of what is owned outside of the core: files on their way, statements, connections. */
export type OwnedOutside = () => Promise<OwnedCount[]>

/** Durations in milliseconds, in memory of a fixed size however many there are; each figure within 1 %. */
export type Histogram = {
  record(milliseconds: number): void
  /** All 0 while nothing was recorded. */
  read(): Omit<OperationPerformance, 'operation' | 'of' | 'failures' | 'memoryGrowth'>
}
export type NewHistogram = () => Histogram

/** Knows, across awaits, inside what the work that runs now was begun. */
export type Nesting<T> = {
  current(): T | undefined
  /** Runs the work, and all that it begins, inside `value`. */
  within<R>(value: T, work: () => R): R
}
export type NewNesting = <T>() => Nesting<T>

export type Log = {
  error(message: string, fields?: object): void
  warn(message: string, fields?: object): void
  info(message: string, fields?: object): void
  debug(message: string, fields?: object): void
}

export type LogLine = {
  /** Stays the same while the line is there. */
  id: string
  at: number
  level: LogLevel
  message: string
  fields: Record<string, unknown>
}
export type LogPage = { lines: LogLine[]; before: string | null; end: string | null }
/** Reads the log from its end, without holding more of it than a page; see the command `log.read`. */
export type LogReader = (query: LogQuery) => Promise<LogPage>

/**
 * A whole file's bytes. Fails with `file-missing`, `file-unreadable`, `file-empty`, `file-too-large` above
 * `maxBytes`, `file-changed`.
 */
export type ReadFile = (path: string, maxBytes: number) => Promise<Uint8Array>

/** Bytes that are free where takes rest; null where the system does not tell. */
export type FreeDisk = () => Promise<number | null>

/** Unguessable words: project ids, tickets. */
export type NewId = () => string
