// A book as it was read: header, chapters, blocks. Text only.
import { z } from 'zod'

export const bookFormats = [
  'epub',
  'pdf',
  'docx',
  'odt',
  'rtf',
  'fb2',
  'mobi', // also AZW3
  'html',
  'markdown',
  'script', // lines of `NAME: words`
  'text',
] as const
export const BookFormat = z.enum(bookFormats)
export type BookFormat = z.infer<typeof BookFormat>

/** What part of a book a chapter is. Everything but `body` and a few kinds beside it comes unticked. */
export const matters = [
  'body', // the book itself
  'part', // a part's or volume's title page: spoken
  'preface', // foreword, preface, introduction, prologue by the author: spoken
  'epilogue', // afterword, epilogue, conclusion: spoken
  'dedication', // and epigraph: spoken
  'cover',
  'title-page', // and half title
  'imprint',
  'copyright', // and colophon, licence, Project Gutenberg's header and footer
  'contents',
  'notes', // endnotes, footnotes
  'bibliography',
  'index',
  'advertisement',
] as const
export const Matter = z.enum(matters)
export type Matter = z.infer<typeof Matter>

export const blockKinds = ['heading', 'paragraph', 'verse', 'scene-break'] as const
export const BlockKind = z.enum(blockKinds)
export type BlockKind = z.infer<typeof BlockKind>

/** Why a line of the book comes unspoken. A person may put it back: one, or all of the kind. */
export const leftOutReasons = [
  'page-number',
  'running-head', // and running foot: the line that every page repeats
  'contents', // a line of a table of contents inside a chapter
  'hidden', // the book itself keeps it from its readers
  'code',
  'formula',
  'picture', // what is said of one
  'untranslated', // in a translation: still in the language of the original
] as const
export const LeftOutReason = z.enum(leftOutReasons)
export type LeftOutReason = z.infer<typeof LeftOutReason>

/**
 * Letters that are shown one way and said another: a word above its reading, the speaker's name before a
 * speech. `at` and `length` are UTF-16 units of the text they stand in.
 */
export const Reading = z.object({
  at: z.number().int().min(0),
  length: z.number().int().min(1),
  /** Said instead; empty where they are shown and not spoken. */
  say: z.string(),
})
export type Reading = z.infer<typeof Reading>

/**
 * Where stretches of a text stand in the file it was read from: place and length in the text, then from where
 * to where in the file's own text, all in UTF-16 units. Ascending; what was not in the file is in none.
 */
export const SourceRun = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type SourceRun = z.infer<typeof SourceRun>

/**
 * One heading, paragraph, verse line group or scene break. `text` is display text: white space
 * collapsed, note marks gone. A scene break has the empty text.
 */
export const Block = z.object({
  kind: BlockKind,
  text: z.string(),
  /** Headings only: 1 to 6. */
  level: z.number().int().min(1).max(6).optional(),
  /** Present where it is kept, but not spoken and not counted as the book's words. */
  leftOut: LeftOutReason.optional(),
  /** Of a note's text: what the marks that lead to it name. */
  noteId: z.string().optional(),
  /** The note marks taken out of the text, by what they name; empty where a mark names nothing. */
  noteMarks: z.array(z.string()).optional(),
  /** What of the text is said otherwise than it is written: ascending, none over another. */
  readings: z.array(Reading).optional(),
  /** Where it stands in which file of its book; present only where that was asked for. */
  source: z.object({ document: z.string(), runs: z.array(SourceRun) }).optional(),
})
export type Block = z.infer<typeof Block>

/** A chapter as the reader hands it out, in reading order. Its text is its blocks' texts. */
export const Chapter = z.object({
  title: z.string(),
  /** Depth in the table of contents, from 1. */
  level: z.number().int().min(1),
  matter: Matter,
  /** Whether it comes ticked. */
  spoken: z.boolean(),
  blocks: z.array(Block),
})
export type Chapter = z.infer<typeof Chapter>

export const readWarningCodes = [
  'toc-entry-without-target', // params: title
  'resource-missing', // params: name
  'no-toc', // chapters from the spine or headings instead
  'encoding-guessed', // params: encoding
  'bytes-replaced', // params: count
  'cover-unreadable',
  'pages-without-text', // params: count
  'file-cut-off', // it ends before its own end
] as const

/** Something the reader had to work around; the import screen and `inspect` show it. */
export const ReadWarning = z.object({
  code: z.enum(readWarningCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ReadWarning = z.infer<typeof ReadWarning>

export const Cover = z.object({
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/svg+xml']),
  /** Address the face may load, same origin; absent where there is no face. */
  address: z.string().optional(),
  /** Address of the same picture made small; absent where there is none: the cover itself is shown. */
  thumbnail: z.string().optional(),
})
export type Cover = z.infer<typeof Cover>

/** A cover as a document names it: by the keys of its pictures, whichever project it is in. */
export const DescribedCover = z.object({
  mediaType: Cover.shape.mediaType,
  /** Null: the picture that came with the book. */
  picture: z.string().nullable(),
  /** The same made small; null where there is none. */
  thumbnail: z.string().nullable(),
})
export type DescribedCover = z.infer<typeof DescribedCover>

/** What is known of a book beside its chapters. */
export const BookHeader = z.object({
  format: BookFormat,
  title: z.string(),
  authors: z.array(z.string()),
  /** BCP 47, or `und`. */
  language: z.string(),
  /** Its series and place in it, as the book has it: `The Barsetshire Chronicles, 2`. */
  series: z.string().optional(),
})
export type BookHeader = z.infer<typeof BookHeader>
