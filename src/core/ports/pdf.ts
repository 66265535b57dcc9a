// A PDF as the core sees it: pages of text with the places it stands at, the outline, what it says of itself.
import type { ByteSource } from './books.ts'

/** A piece of text on one line, as the file draws it. Lengths are points; x from the left, y from the top. */
export type PdfRun = {
  /** Unicode in reading order, ligatures taken apart; may be a single space. */
  text: string
  x: number
  /** Of the baseline. */
  y: number
  width: number
  /** Height of the type. */
  size: number
  /** Tells one font from another, nothing more. */
  font: string
  /** Quarter turns clockwise, 0 to 3; 4 for any other angle. Places are those of the upright page. */
  turns: number
  /** Written from the top down, as Chinese and Japanese may be; `width` is its length. */
  vertical: boolean
  rightToLeft: boolean
}

export type PdfPage = { width: number; height: number; runs: PdfRun[] }

/** An entry of the outline, in order; `page` counts from 0, and is null where the entry leads nowhere. */
export type PdfOutlineEntry = {
  title: string
  /** From 1. */
  level: number
  page: number | null
  /** How far down the page it leads, in points from the top; null: to the page. */
  top: number | null
}

/** What the file says of itself, as it says it. */
export type PdfFacts = { title: string; authors: string[]; language: string }

export type PdfDocument = {
  /** The pages there really are, whatever the file says. */
  readonly pageCount: number
  facts(): Promise<PdfFacts>
  outline(): Promise<PdfOutlineEntry[]>
  /** Fails with `book-hostile`; null for a page that cannot be read. `index` counts from 0. */
  page(index: number): Promise<PdfPage | null>
  close(): Promise<void>
}

export type PdfLimits = {
  maxPages: number
  /** Runs of one page, and characters of one page. */
  maxPageRuns: number
  maxPageCharacters: number
  /** CPU time for one page, of work that keeps the process answering. */
  maxPageMs: number
  maxOutlineEntries: number
}

/** Fails with `book-damaged`, `book-protected`, `book-hostile`, and as the source does. */
export type OpenPdf = (source: ByteSource, limits: PdfLimits) => Promise<PdfDocument>
