// An export as it is being chosen: words, until they are a wish. Kept for each book as long as the page lives.
import {
  type BookTags,
  type CaptionFormat,
  type ExportFormat,
  type EncodingWish,
  type ExportWish,
  type FileSplit,
  ratesOf,
} from '../../../contract/index.ts'
import { createStore, type Readable } from '../client/store.ts'

/** As it is written: an author a line. */
export type TagsDraft = {
  title: string
  authors: string
  narrator: string
  series: string
  seriesPart: string
  year: string
  publisher: string
  description: string
}

export type ExportDraft = {
  format: ExportFormat
  /** `acx`: a folder that ACX takes, whatever the format. */
  split: FileSplit['kind'] | 'acx'
  hours: string
  megabytes: string
  /** `overlay`: a book to read along in, with its sound. */
  captions: CaptionFormat | 'none' | 'overlay'
  /** In kbit/s, by format: what suits one is much for another. Absent: the usual one. */
  kilobits: Partial<Record<ExportFormat, number>>
  /** Of an MP3 whose rate varies; null: it has a constant one. */
  quality: number | null
  /** Only what was written: the rest follows the book. */
  tags: Partial<TagsDraft>
  /** A picture instead of the book's cover; sent when the export begins. */
  cover: File | null
}

export type ExportDraftField = 'hours' | 'megabytes' | keyof TagsDraft
export type ExportDraftProblem = 'hours' | 'megabytes' | 'title' | 'year'
export type ExportDraftProblems = Partial<Record<ExportDraftField, ExportDraftProblem>>

export const newExportDraft: ExportDraft = {
  format: 'm4b',
  split: 'one',
  hours: '5',
  megabytes: '500',
  captions: 'none',
  kilobits: {},
  quality: null,
  tags: {},
  cover: null,
}

export type ExportDrafts = {
  /** What the book's next export will be encoded as; nothing is said while nothing was chosen. */
  encodingOf(projectId: string): EncodingWish | 'usual'
  of(projectId: string): Readable<ExportDraft>
  change(projectId: string, patch: Partial<ExportDraft>): void
}

export function createExportDrafts(): ExportDrafts {
  const drafts = new Map<string, ReturnType<typeof createStore<ExportDraft>>>()
  const of = (projectId: string) => {
    const known = drafts.get(projectId) ?? createStore(newExportDraft)
    drafts.set(projectId, known)
    return known
  }
  return {
    of,
    encodingOf: (projectId) => {
      const wish = encodingPart(wishOfDraft(of(projectId).get()))
      const isNew = wish.format === newExportDraft.format && Object.keys(wish).length === 1
      return isNew ? 'usual' : wish
    },
    change: (projectId, patch) => of(projectId).update((draft) => ({ ...draft, ...patch })),
  }
}

/** Only what is told, as the contract has it. Picked by hand: no schema is worth 20 kB at the start. */
const encodingPart = ({ format, kilobits, quality, acx }: ExportWish): EncodingWish => ({
  format,
  ...(kilobits === undefined ? {} : { kilobits }),
  ...(quality === undefined ? {} : { quality }),
  ...(acx === undefined ? {} : { acx }),
})

/** A book's own tags as they are written. */
export const writtenTags = (tags: BookTags): TagsDraft => ({
  title: tags.title,
  authors: tags.authors.join('\n'),
  narrator: tags.narrator,
  series: tags.series ?? '',
  seriesPart: tags.seriesPart ?? '',
  year: tags.year ?? '',
  publisher: tags.publisher ?? '',
  description: tags.description ?? '',
})

const numberOf = (text: string): number => Number(text.trim().replace(',', '.'))

/** What a person should mend before it can be exported. */
export function exportDraftProblems({
  split,
  hours,
  megabytes,
  tags,
}: ExportDraft): ExportDraftProblems {
  const problems: ExportDraftProblems = {}
  const isBetween = (text: string, least: number, most: number) =>
    numberOf(text) >= least && numberOf(text) <= most
  if (split === 'hours' && !isBetween(hours, 0.1, 100)) problems.hours = 'hours'
  if (split === 'size' && !isBetween(megabytes, 1, 1e6)) problems.megabytes = 'megabytes'
  if (tags.title?.trim() === '') problems.title = 'title'
  if (tags.year !== undefined && !/^(\d{4})?$/.test(tags.year.trim())) problems.year = 'year'
  return problems
}

/** The wish that a draft without problems means. */
export function wishOfDraft(draft: ExportDraft): ExportWish {
  const { format, captions, split } = draft
  const tags = tagsOfDraft(draft.tags)
  return {
    ...(split === 'acx' ? { acx: true } : filesOfDraft(draft)),
    format: split === 'acx' ? 'mp3' : format,
    ...(captions === 'overlay' ? { overlay: true } : captions !== 'none' && { captions }),
    ...(Object.keys(tags).length > 0 && { tags }),
  }
}

function filesOfDraft({
  format,
  split,
  hours,
  megabytes,
  kilobits: chosen,
  quality: varying,
}: ExportDraft): Pick<ExportWish, 'split' | 'kilobits' | 'quality'> {
  const quality = format === 'mp3' && varying !== null ? varying : undefined
  const isConstant = ratesOf(format) !== null && quality === undefined
  const kilobits = isConstant ? chosen[format] : undefined
  return {
    ...(split === 'hours' && { split: { kind: split, hours: numberOf(hours) } }),
    ...(split === 'size' && { split: { kind: split, megabytes: numberOf(megabytes) } }),
    ...(split === 'chapters' && { split: { kind: split } }),
    ...(kilobits !== undefined && { kilobits }),
    ...(quality !== undefined && { quality }),
  }
}

function tagsOfDraft({ authors, year, ...plain }: Partial<TagsDraft>): Partial<BookTags> {
  const tags: Partial<BookTags> = Object.fromEntries(
    Object.entries(plain).map(([field, value]) => [field, value.trim()]),
  )
  if (authors !== undefined)
    tags.authors = authors
      .split('\n')
      .map((author) => author.trim())
      .filter(Boolean)
  // Without a year nothing is said of one.
  if (year !== undefined && year.trim() !== '') tags.year = year.trim()
  return tags
}
