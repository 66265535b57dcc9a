// The limits that keep the studio safe from a hostile book. Generous for every real one.
import type { Settings } from '../../contract/index.ts'
import type { BookLimits } from '../ports/books.ts'
import type { PdfLimits } from '../ports/pdf.ts'

const MiB = 1024 ** 2

/** Small files may shrink as they like. */
const ratioFromBytes = 10 * MiB

/** The limits that a person may set, from the settings in force. */
export const bookLimits = (settings: Settings): BookLimits => ({
  archive: {
    maxEntries: settings.maxEntries,
    maxTotalBytes: settings.maxUnpackedBytes,
    maxEntryBytes: settings.maxEntryBytes,
    maxRatio: settings.maxExpansion,
    ratioFromBytes,
  },
  maxPages: settings.maxPages,
  maxNesting: settings.maxNesting,
  maxCoverBytes: settings.maxCoverBytes,
})

/** What a block that is held costs in characters, beside its text. */
export const blockCost = 64

/** Of a cover: more of them are nobody's picture, and decoded they take all memory. */
export const maxCoverPixels = 50_000_000

export const textLimits = {
  /** Elements inside each other in what is said about the text: packages, contents, styles. */
  maxDepth: 1000,
  /** A comment, a tag or a CDATA section arrives as one string; pages saved whole hold pictures in them. */
  maxSilentCharacters: 9 * MiB,
  /** Bytes of content documents together, counted again for a document that the spine repeats. */
  maxContentBytes: 256 * MiB,
  /** A package, a table of contents, a container: held in memory whole. */
  maxPackageBytes: 32 * MiB,
  maxTocEntries: 50_000,
  /** More of them say nothing new. */
  maxWarnings: 200,
  /** Paragraphs, empty ones too, of a book that must be read whole before its chapters are known. */
  maxParagraphs: 300_000,
  /** Notes of a book that has them in its text: held until it is over. */
  maxNoteCharacters: 8 * MiB,
  /** Of text boxes and frames that hang on one paragraph: held until it is over. */
  maxWaitingCharacters: MiB,
  /** A longer paragraph is cut between words. */
  maxBlockCharacters: 48 * 1024,
  /** More note marks, pictures or lines that are left out than any paragraph has. */
  maxBlockMarks: 2000,
  /** A longer chapter goes on as another one of the same title: what crosses a process is bounded. */
  maxChapterCharacters: 1536 * 1024,
  /** The same for a chapter of very many short lines. */
  maxChapterBlocks: 25_000,
} as const

/** Beside the number of pages. */
export const pdfLimits: Omit<PdfLimits, 'maxPages'> & { maxCharacters: number } = {
  maxPageRuns: 30_000,
  maxPageCharacters: 512 * 1024,
  /** CPU time; a full page takes a hundredth of it. */
  maxPageMs: 3000,
  maxOutlineEntries: textLimits.maxTocEntries,
  /** Of all pages together: their lines are kept until the last one is read. */
  maxCharacters: 32 * MiB,
}

/** Of the process that reads one book. */
export const memoryLimits = {
  /** Of its heap. */
  heapMegabytes: 320,
  /** Of the whole process of a PDF: more than any real one takes to begin with; more is answered as hostile. */
  startMegabytes: 268,
  /** A thousand pages of a novel take 9 MB; so much is due to each page that has been read. */
  megabytesOfPage: 0.01,
} as const

/**
 * How long the process that reads a book may work and give no sign. To find the objects of a damaged PDF, all
 * of it is gone over: 64 MB take 4 s of an honest one, so that a large file may take more.
 */
export const silenceLimits = {
  /** CPU time without an event and without a new byte of the file. */
  cpuMs: (fileBytes: number): number => 5000 + 80 * (fileBytes / MiB),
  /** Seconds without any answer: something without end. */
  seconds: (fileBytes: number): number => 5 + Math.floor(fileBytes / (12 * MiB)),
} as const
