// Where spoken sound rests.
import type { Analysis, CacheKindStats, Take, TakeFlag } from '../../contract/index.ts'

/** A file in the data folder's spool, named by its maker, owned by whoever gets it. */
export type SpoolFile = string

/** A take checked and measured, its sound as FLAC in the spool, ready to be stored. */
export type PreparedTake = {
  file: SpoolFile
  bytes: number
  sampleRate: number
  samples: number
  audioDigest: string
  analysis: Analysis
  analysisVersion: number
  /** Signed 8-bit minimum and maximum, 100 pairs a second. */
  peaks: Uint8Array
}

/** What whoever has made a take elsewhere says of it. */
export type SaidOfTake = Pick<PreparedTake, 'audioDigest' | 'analysis' | 'analysisVersion'>

export type TakeStore = {
  /** The takes that exist among the ids; touches them. Their sound is not looked at: only `whole` does. */
  find(ids: readonly string[]): Promise<Map<string, Take>>
  /** The highest rendition of a recipe, 0 when there is none. */
  highestRendition(recipeKey: string): Promise<number>
  /** All that is kept of a take beside what `find` tells; null where it is gone or damaged. */
  whole(takeId: string): Promise<{
    flac: Uint8Array
    digest: string
    analysisVersion: number
    peaks: Uint8Array
  } | null>
  /** The takes that were ever heard at a segment, the first one first. */
  ofSegment(projectId: string, segmentId: string): Promise<Take[]>
  /** Waveform peaks of the takes that exist among the ids. */
  peaks(ids: readonly string[]): Promise<Map<string, Uint8Array>>
  /**
   * Stores the sound and moves the spool file in, or drops it when the take is there already.
   * With `usedBy` the take is referred to in the same transaction. Fails with `disk-full`.
   */
  keep(
    take: Take,
    prepared: PreparedTake,
    usedBy: { projectId: string; segmentId: string } | null,
  ): Promise<void>
  /** Remembers that a project, or its history, refers to the takes. */
  refer(projectId: string, uses: readonly { segmentId: string; takeId: string }[]): Promise<void>
  /** Refers for one project to all that another one refers to, at the segments of the same ids. */
  referLike(projectId: string, likeProjectId: string): Promise<void>
  /** Bytes of the takes that exist and each project refers to; those without any are absent. */
  weights(): Promise<Map<string, number>>
  /** The same of one project. */
  weight(projectId: string): Promise<number>
  /** Bytes of those that exist among the ids, together. */
  bytesOf(ids: readonly string[]): Promise<number>
  /** Forgets all that a project refers to; has been done when `ProjectStore.remove` answers. */
  release(projectId: string): Promise<void>
  /** Counts segments that were to be spoken: those whose take was there, and those without one. */
  count(segments: { hits: number; misses: number }): Promise<void>
  /** What listening back has found, in place of what it found before; other flags stay. */
  flag(takeId: string, heard: readonly TakeFlag[]): Promise<void>
  /** A person has heard it and keeps it as it is. */
  unflag(takeId: string): Promise<void>
  /** Removes a take that did not pass its check. */
  drop(takeId: string): Promise<void>
  /** Drops what is unused for `ttlSeconds`, then by least recent use down to `maxBytes`. */
  sweep(limits: {
    ttlSeconds: number
    maxBytes: number
  }): Promise<{ freedBytes: number; full: boolean }>
  /** Drops everything that nothing refers to. */
  clear(): Promise<{ freedBytes: number }>
  stats(): Promise<CacheKindStats>
}
