// A read-along EPUB beside an export: the book that was imported, or its text, lit as it is heard.
import {
  exportFormats,
  type BookTags,
  type ExportWish,
  type ReadAlongReport,
} from '../../../contract/index.ts'
import { FailureError } from '../../base/failure-error.ts'
import { MarkupLimitError } from '../../book/markup.ts'
import { encodedAs } from '../../export/encoding-of.ts'
import { chapterStem, type OverlaySegment } from '../../export/overlay/overlay-chapter.ts'
import { languageOf } from '../../export/overlay/overlay-package.ts'
import type { ExportFolder } from '../../ports/export-folders.ts'
import type { Picture } from '../../ports/projects.ts'
import { makeBookOverlay } from './book-overlay.ts'
import type { EncodedChapter, ExportOrder } from './export-order.ts'
import type { PaceMark } from '../../export/word-pace.ts'
import { fileSpansOf, heardPaces } from './heard-pace.ts'
import { isKeptFormat } from '../library/kept-sources.ts'
import { fileSamplesOf, spansInFile } from './pieces.ts'
import { placeRows, readPlaces } from './source-places.ts'
import type { StudioParts } from '../studio-parts.ts'
import { textOverlay, type ToldChapter } from './text-overlay.ts'

/** Lines read at a time. */
const rowsAtOnce = 500

/**
 * Readers of EPUB know MP3 and AAC. What is exported as one of them goes into the book as it is; all else is
 * encoded once more.
 */
export function overlayWish(wish: ExportWish): ExportWish {
  const { codec } = exportFormats[wish.format]
  if (codec === 'mp3') return wish
  if (codec === 'aac') return { ...wish, format: 'm4a' }
  const { kilobits: _, ...rest } = wish
  return { ...rest, format: 'm4a' }
}

type ReadAlong = {
  folder: ExportFolder
  /** What the EPUB is called. */
  name: string
  /** Encoded as `overlayWish` says. */
  chapters: readonly EncodedChapter[]
  tags: BookTags
  cover: Picture | null
}

/** `pace`: of a line that was heard back, with its letters in shares of the text (0 to 1). */
type HeardSegment = OverlaySegment & { id: string; edited: boolean; pace?: PaceMark[] }
type HeardChapter = ToldChapter & { segments: HeardSegment[] }

/** One chapter at a time; its sound lies in the folder until the book is packed. */
export async function writeReadAlong(
  parts: StudioParts,
  order: ExportOrder,
  along: ReadAlong,
  signal: AbortSignal,
): Promise<ReadAlongReport> {
  const { context } = parts
  const chapters = await writeSounds(parts, order, along, signal)
  const fromBook = await packFromBook(parts, order, along, chapters, signal)
  if (typeof fromBook === 'object') return fromBook
  const { folder, name, tags, cover } = along
  const book = { tags, cover, digest: order.project.bookDigest, modified: context.clock.now() }
  await folder.pack(
    name,
    textOverlay(chapters, { ...book, format: overlayWish(order.wish).format }),
  )
  return { from: 'text', unplaced: 0, ...(fromBook && { reason: fromBook }) }
}

async function writeSounds(
  { context }: StudioParts,
  order: ExportOrder,
  { folder, name, chapters, tags }: ReadAlong,
  signal: AbortSignal,
): Promise<HeardChapter[]> {
  const wish = overlayWish(order.wish)
  const { encoding, sampleRate } = encodedAs(wish, order.project.sound)
  const told: HeardChapter[] = []
  for (const [index, chapter] of chapters.entries()) {
    const number = index + 1
    const file = `${name}.${number}.${wish.format}`
    await context.codecs.writeFile(
      {
        target: folder.pathOf(file),
        ...{ format: wish.format, encoding, cover: null },
        tags: { ...tags, part: { number, of: chapters.length, title: chapter.title } },
        chapters: [{ title: chapter.title, pieces: chapter.pieces }],
      },
      () => {},
      signal,
    )
    told.push({
      ...{ number, file, title: chapter.title },
      audioName: `${chapterStem(number)}.${wish.format}`,
      seconds: heardSamples(chapter) / sampleRate,
      segments: await segmentsOf(context, order, chapter, sampleRate),
    })
    signal.throwIfAborted()
  }
  return told
}

/** Packs it, or says why it is to be made from the text; undefined where the book never was an EPUB. */
async function packFromBook(
  { context }: StudioParts,
  { project, wish }: ExportOrder,
  { folder, name, tags }: ReadAlong,
  chapters: readonly HeardChapter[],
  signal: AbortSignal,
): Promise<ReadAlongReport | ReadAlongReport['reason']> {
  if (!isKeptFormat(project.format)) return undefined
  try {
    const kept = await context.keptBooks.open(project.bookDigest)
    if (!kept) return 'not-kept'
    try {
      const read = await readPlaces(context, kept.path, signal)
      const rows = chapters.flatMap(({ segments }) => segments)
      const overlay = await makeBookOverlay(kept, {
        ...{ chapters, places: placeRows(rows, read), clock: context.clock },
        audioType: exportFormats[overlayWish(wish).format].mediaType,
        ...{ title: tags.title, language: languageOf(tags), narrator: tags.narrator },
      })
      if (!overlay) return 'not-possible'
      signal.throwIfAborted()
      await folder.pack(name, overlay.entries)
      return { from: 'book', unplaced: overlay.unplaced }
    } finally {
      await kept.archive.close()
    }
  } catch (error) {
    // Its text was read once; what is damaged beside that costs only the book's own looks.
    const isBooks =
      error instanceof MarkupLimitError ||
      (error instanceof FailureError && /^(?:book|file)-/.test(error.failure.code))
    if (!isBooks) throw error
    context.log.warn('a read-along book is made from the text', { error: String(error) })
    return 'not-possible'
  }
}

/** Without what the last packet has too much. */
const heardSamples = ({ pieces }: EncodedChapter): number =>
  fileSamplesOf(pieces) - ((pieces.at(-1)?.fileSamples ?? 0) - (pieces.at(-1)?.samples ?? 0))

/** All lines that a reader sees: those without sound are not lit. */
async function segmentsOf(
  context: StudioParts['context'],
  { project }: ExportOrder,
  { id, pieces }: EncodedChapter,
  sampleRate: number,
): Promise<HeardSegment[]> {
  const spans = fileSpansOf(spansInFile(pieces), sampleRate)
  const entry = project.chapters.find((chapter) => chapter.id === id)
  const segments: HeardSegment[] = []
  const { firstPosition = 0, segments: count = 0 } = entry ?? {}
  const end = firstPosition + count
  for (let at = firstPosition; at < end; at += rowsAtOnce) {
    const rows = await context.projects.segments(project.id, at, Math.min(rowsAtOnce, end - at))
    const paces = await heardPaces(context, project.language, rows, spans)
    for (const row of rows) {
      const isSeen = !row.leftOut || row.leftOut === 'code' || row.leftOut === 'formula'
      if (!isSeen) continue
      const { text, kind, block, edited } = row
      const pace = paces.get(row.id)?.map((mark) => ({ ...mark, at: mark.at / text.length }))
      segments.push({
        ...{ id: row.id, text, kind, block, edited },
        endsScene: row.pauseAfter === 'scene',
        from: spans.get(row.id)?.from ?? null,
        ...(pace && { pace }),
      })
    }
  }
  return segments
}
