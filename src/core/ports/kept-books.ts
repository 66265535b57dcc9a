// The files that books were imported from: kept once each, because some exports are made from them.
import type { CacheKindStats } from '../../contract/index.ts'
import type { Archive } from './books.ts'

export type KeptBook = {
  /** For the book reader. */
  path: string
  /** Its entries; closing it is up to whoever opened it. */
  archive: Archive
}

export type KeptBooks = {
  /**
   * Copies the file of that digest, unless it is there. Fails with `disk-full` and `folder-not-writable`, with
   * `file-changed` where it is no longer that file, and as reading it does; nothing is left behind then. No
   * sweep takes it before the returned function was called.
   */
  keep(path: string, digest: string, signal: AbortSignal): Promise<() => void>
  /** Null where it was not kept. Fails as opening an archive does. */
  open(digest: string): Promise<KeptBook | null>
  /** Drops all but those that are in use, and what a crash has left. Asked for after what is there is known. */
  sweep(used: () => Promise<ReadonlySet<string>>): Promise<void>
  stats(): Promise<CacheKindStats>
}
