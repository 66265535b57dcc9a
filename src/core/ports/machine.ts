// The machine below: memory, the log, chance.

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
export type MemoryProbe = { read(): Promise<MemoryReading> }

export type Log = {
  error(message: string, fields?: object): void
  warn(message: string, fields?: object): void
  info(message: string, fields?: object): void
  debug(message: string, fields?: object): void
}

/**
 * A whole file's bytes. Fails with `file-missing`, `file-unreadable`, `file-empty`, `file-too-large` above
 * `maxBytes`, `file-changed`.
 */
export type ReadFile = (path: string, maxBytes: number) => Promise<Uint8Array>

/** Bytes that are free where takes rest; null where the system does not tell. */
export type FreeDisk = () => Promise<number | null>

/** Unguessable words: project ids, tickets. */
export type NewId = () => string
