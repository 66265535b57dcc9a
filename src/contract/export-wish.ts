// What a person wants of an export, apart from where it goes.
import { z } from 'zod'
import { BookTags } from './book-tags.ts'
import { fileNameOf, folderNameOf } from './file-name.ts'
import { exportFormatNames } from './sound-endings.ts'

/** What a finished audiobook can be: see export-format.ts. */
export const ExportFormat = z.enum(exportFormatNames)
export type ExportFormat = z.infer<typeof ExportFormat>

/** One file, one for each chapter, or parts that are not longer or larger than so much where chapters allow it. */
export const FileSplit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one') }),
  z.object({ kind: z.literal('chapters') }),
  z.object({ kind: z.literal('hours'), hours: z.number().min(0.1).max(100) }),
  /** In millions of bytes. */
  z.object({ kind: z.literal('size'), megabytes: z.number().min(1).max(1_000_000) }),
])
export type FileSplit = z.infer<typeof FileSplit>

/** SubRip, WebVTT, WebVTT that lights each word whose time is known, and Audacity's labels. */
export const captionFormats = ['srt', 'vtt', 'vtt-words', 'labels'] as const
export const CaptionFormat = z.enum(captionFormats)
export type CaptionFormat = z.infer<typeof CaptionFormat>

/** What a template of file names may hold, in braces. */
export const nameFields = [
  'number',
  'title',
  'book',
  'author',
  'narrator',
  'series',
  'part',
  'year',
] as const
export type NameField = (typeof nameFields)[number]

const NameTemplate = z
  .string()
  .min(1)
  .max(200)
  .refine((template) =>
    [...template.matchAll(/\{([^}]*)\}?/g)].every(
      ([whole, field]) =>
        whole.endsWith('}') && (nameFields as readonly string[]).includes(field ?? ''),
    ),
  )

export const ExportWish = z.object({
  format: ExportFormat,
  /** Absent: one file. Several are written into a folder of the target's name. */
  split: FileSplit.optional(),
  /** What several files are called, such as `{number} {title}`. */
  names: NameTemplate.optional(),
  /** In place of what the book says of itself. */
  tags: BookTags.partial().optional(),
  /** In kbit/s, for formats that lose something; absent: what is transparent for speech. */
  kilobits: z.number().int().min(16).max(320).optional(),
  /** Of an MP3 whose rate varies, from 0 (the best) to 9: instead of `kilobits`. */
  quality: z.number().int().min(0).max(9).optional(),
  /** What is not spoken yet is left out, and told; else nothing is exported. */
  partial: z.boolean().optional(),
  /** Written beside each file: what is heard when. */
  captions: CaptionFormat.optional(),
  /**
   * A folder that ACX takes, whatever is wished above: MP3 by chapter in the sound that it asks for, a retail
   * sample, the cover, and a report of what every file measures.
   */
  acx: z.boolean().optional(),
  /** An EPUB beside it whose text is lit as it is heard. */
  overlay: z.boolean().optional(),
})
export type ExportWish = z.infer<typeof ExportWish>

/** As much of it as its sound is encoded by. */
export const EncodingWish = ExportWish.pick({
  format: true,
  kilobits: true,
  quality: true,
  acx: true,
})
export type EncodingWish = z.infer<typeof EncodingWish>

/** Whether it makes more than one file: several of sound, or others beside it. */
export const hasCompany = (
  wish: Pick<ExportWish, 'split' | 'captions' | 'acx' | 'overlay'>,
): boolean => makesSeveral(wish) || wish.captions !== undefined || wish.overlay === true

/**
 * What the place of an export is called, before a person says otherwise: a file, the folder of several, or
 * where a browser takes them the zip of all. `title` may hold anything.
 */
export function exportName(
  title: string,
  wish: Pick<ExportWish, 'format' | 'split' | 'captions' | 'acx' | 'overlay'>,
  isPassing: boolean,
): string {
  if (isPassing && hasCompany(wish)) return fileNameOf(title, 'zip')
  return makesSeveral(wish) ? folderNameOf(title) : fileNameOf(title, wish.format)
}

/** Whether it makes a folder of files. */
export const makesSeveral = ({ split, acx }: Pick<ExportWish, 'split' | 'acx'>): boolean =>
  acx === true || (split !== undefined && split.kind !== 'one')
