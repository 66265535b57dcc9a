// Books as bytes, archives and what reading them yields.
import type { BookHeader, Chapter, Cover, ReadWarning } from '../../contract/index.ts'

/** A book's bytes, read in ranges; never whole in memory. */
export type ByteSource = {
  readonly name: string
  readonly size: number
  /** Reads up to `length` bytes from `offset`; shorter only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** The entries of a zip, with the limits that core decides. Fails with `book-damaged`, `book-hostile`. */
export type Archive = {
  readonly names: readonly string[]
  has(name: string): boolean
  /** Bytes of the entry when unpacked, as the archive says; 0 for one that is not there. */
  size(name: string): number
  /** The entry's bytes, as a stream of chunks. */
  stream(name: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}
export type ArchiveLimits = {
  maxEntries: number
  maxTotalBytes: number
  maxEntryBytes: number
  /** Uncompressed ÷ compressed, looked at above `ratioFromBytes`. */
  maxRatio: number
  ratioFromBytes: number
}
/** What a person may set of what keeps the studio safe from a book. */
export type BookLimits = {
  archive: ArchiveLimits
  maxPages: number
  /** Elements inside each other; a parser's cost grows with the square of it. */
  maxNesting: number
  maxCoverBytes: number
}
export type OpenArchive = (source: ByteSource, limits: ArchiveLimits) => Promise<Archive>

/**
 * What reading a book yields, in this order: header, then chapters; cover and warnings when found, progress
 * at any time. A reader that works for seconds without any of them counts as caught: it tells progress.
 */
export type ReadEvent =
  | { kind: 'header'; header: BookHeader }
  | { kind: 'cover'; mediaType: Cover['mediaType']; bytes: Uint8Array }
  | { kind: 'chapter'; chapter: Chapter }
  | { kind: 'warning'; warning: ReadWarning }
  | { kind: 'progress'; doneBytes: number; totalBytes: number }
  /** Last: the digest of the file, made while reading; where a process read it, the memory that took. */
  | { kind: 'end'; sha256: string; peakRssBytes?: number }

/** Reads books in a process that can be killed. Aborting the signal kills it. */
export type BookReader = {
  read(path: string, signal: AbortSignal, wish?: ReadWish): AsyncIterable<ReadEvent>
}

export type ReadWish = {
  /** An EPUB's blocks tell where they stand in its documents. */
  places?: boolean
  /** It is a script in UTF-8, whatever it looks like, in which these speak and nobody else. */
  speakers?: readonly string[]
}
