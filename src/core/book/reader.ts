// What every format's reader is given and gives. A new format is one file behind this shape.
import type { ReadWarning } from '../../contract/index.ts'
import type {
  Archive,
  BookLimits,
  ByteSource,
  OpenArchive,
  ReadEvent,
  ReadWish,
} from '../ports/books.ts'
import type { OpenPdf } from '../ports/pdf.ts'
import type { Encoding } from './text-encoding.ts'

export type ReadDependencies = {
  openArchive: OpenArchive
  openPdf: OpenPdf
  /** Hex SHA-256 of the whole file; called once, last. Fails with `file-changed`. */
  digest: () => Promise<string>
  /** How much of the file is read at a time. */
  readChunkBytes: number
  limits: BookLimits
} & ReadWish

/** Formats that are archives of several files. */
export type ArchiveFormat = 'epub' | 'docx' | 'odt' | 'fb2'
/** Formats that are read as text from the beginning. */
export type TextFormat = 'text' | 'markdown' | 'html' | 'fb2' | 'script'

/** Formats that are read from their bytes, by what stands where. */
export type ByteFormat = 'pdf' | 'rtf' | 'mobi'

/** What sniffing has found out, so that it is not found out twice. */
export type SniffedBook = ArchiveBook | TextBook | ByteBook
export type ArchiveBook = { format: ArchiveFormat; archive: Archive }
export type ByteBook = { format: ByteFormat; bytes: true }
export type TextBook = { format: TextFormat; sample: Uint8Array; encoding: Encoding }

/** All but the end of what reading yields; `readBook` adds the digest. */
export type FormatEvent = Exclude<ReadEvent, { kind: 'end' }>

/** Reads one format. Fails with FailureError; frees what it opened when its iteration ends early. */
export type FormatReader<S extends SniffedBook> = (
  source: ByteSource,
  sniffed: S,
  dependencies: ReadDependencies,
) => AsyncIterable<FormatEvent>

/** A warning as an event. */
export const warn = (code: ReadWarning['code'], params: ReadWarning['params'] = {}) =>
  ({ kind: 'warning', warning: { code, params } }) as const
