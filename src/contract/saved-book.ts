// A book saved with its takes as one file, a zip: its head, its document row by row, its takes.
import { z } from 'zod'
import { Take } from './take.ts'

/** The first entry, not compressed, and what it says: known by the first bytes of the file. */
export const savedBookMark = { name: 'mimetype', text: 'application/vnd.lectern.book+zip' } as const

/** Raised when a file must no longer be read by what was before. New columns and tables raise nothing. */
export const savedBookVersion = 1

export const SavedBookHead = z.object({
  version: z.number().int().min(1),
  /** The version of the store whose rows the document is: a newer one is not read. */
  document: z.number().int().min(1),
  title: z.string(),
  takes: z.number().int().min(0),
  /** Takes come in so many batches, numbered from 1. */
  batches: z.number().int().min(0).max(9999),
  /** Whether the EPUB that it was imported from is in it. */
  hasBook: z.boolean(),
})
export type SavedBookHead = z.infer<typeof SavedBookHead>

/** One row of one table, as the store has it; bytes as base64. */
export const SavedRow = z.object({
  table: z.string().max(64),
  row: z.record(
    z.string().max(64),
    z.union([z.string(), z.number(), z.null(), z.object({ base64: z.base64() })]),
  ),
})
export type SavedRow = z.infer<typeof SavedRow>

/** A take beside its sound, which is FLAC of so many bytes. */
export const SavedTake = Take.extend({
  bytes: z
    .number()
    .int()
    .min(1)
    .max(256 * 1024 ** 2),
  /** Hex SHA-256 of those bytes. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  analysisVersion: z.number().int(),
  /** Base64 of signed 8-bit minima and maxima, 100 pairs a second. */
  peaks: z.base64(),
})
export type SavedTake = z.infer<typeof SavedTake>

/** Names of the entries behind the first. */
export const savedBookEntries = {
  head: 'lectern.json',
  document: 'document.jsonl',
  book: 'book.epub',
  takes: (batch: number): string => `takes/${String(batch).padStart(4, '0')}.json`,
  sounds: (batch: number): string => `takes/${String(batch).padStart(4, '0')}.flacs`,
}
