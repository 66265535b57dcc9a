// Files that books were saved in with their takes: zips, read in streams and within limits.
import type { Archive } from './books.ts'

/** A part of a file on its own, in a place that is emptied with it. */
export type CutPart = {
  file: string
  bytes: number
  /** Hex SHA-256. */
  digest: string
}

export type SavedBook = {
  name: string
  archive: Archive
  /**
   * An entry as files of these lengths, one after the other; the last one may be shorter, and what is behind it
   * is left. A file is its receiver's.
   */
  cut(entry: string, lengths: readonly number[]): AsyncIterable<CutPart>
  close(): Promise<void>
}

export type SavedBooks = {
  /** By its first bytes; false as well for a file that cannot be read: its reader says why. */
  isOne(path: string): Promise<boolean>
  /** Fails as reading a file does, with `book-damaged` and `book-hostile`. */
  open(path: string): Promise<SavedBook>
}
