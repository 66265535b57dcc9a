// A read-along EPUB beside an export: the book's text, lit as it is heard.
import { exportFormats, type BookTags, type ExportWish } from '../../contract/index.ts'
import { encodedAs } from '../export/encoding-of.ts'
import { playableCover } from '../export/file-tags.ts'
import {
  chapterSmil,
  chapterStem,
  chapterXhtml,
  heardMs,
  type OverlayChapter,
  type OverlaySegment,
} from '../export/overlay/overlay-chapter.ts'
import {
  container,
  coverName,
  languageOf,
  mimetype,
  navigation,
  packageDocument,
  packageFolder,
  style,
  type OverlayPackage,
  type PackagedChapter,
} from '../export/overlay/overlay-package.ts'
import type { ExportFolder, PackedEntry } from '../ports/export-folders.ts'
import type { Picture } from '../ports/projects.ts'
import type { EncodedChapter, ExportOrder } from './export-order.ts'
import { fileSamplesOf, spansInFile } from './pieces.ts'
import { rowsBetween } from './project-rows.ts'
import type { StudioParts } from './studio-parts.ts'

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

/** One chapter at a time; its sound lies in the folder until the book is packed. */
export async function writeReadAlong(
  { context }: StudioParts,
  order: ExportOrder,
  { folder, name, chapters, tags, cover: picture }: ReadAlong,
  signal: AbortSignal,
): Promise<void> {
  const { project } = order
  const wish = overlayWish(order.wish)
  const { encoding, sampleRate } = encodedAs(wish, project.sound)
  const cover = playableCover(picture)
  const inside = (path: string) => `${packageFolder}/${path}`
  const entries: PackedEntry[] = [
    { name: 'mimetype', text: mimetype, isStored: true },
    { name: 'META-INF/container.xml', text: container },
    { name: inside('style.css'), text: style },
  ]
  if (cover) entries.push({ name: inside(coverName(cover)), bytes: cover.bytes })
  const packaged: PackagedChapter[] = []
  for (const [index, chapter] of chapters.entries()) {
    const number = index + 1
    const audio = `audio/${chapterStem(number)}.${wish.format}`
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
    const told: OverlayChapter = {
      ...{ number, audio, title: chapter.title, language: languageOf(tags) },
      seconds: heardSamples(chapter) / sampleRate,
      segments: await segmentsOf(context.projects, order, chapter, sampleRate),
    }
    const smil = chapterSmil(told)
    entries.push({ name: inside(`${chapterStem(number)}.xhtml`), text: chapterXhtml(told) })
    entries.push({ name: inside(audio), file })
    if (smil !== null) entries.push({ name: inside(`${chapterStem(number)}.smil`), text: smil })
    packaged.push({ number, audio, title: chapter.title, heardMs: heardMs(told) })
    signal.throwIfAborted()
  }
  const book: OverlayPackage = {
    ...{ tags, cover, chapters: packaged, digest: project.bookDigest },
    modified: context.clock.now(),
    audioType: exportFormats[wish.format].mediaType,
  }
  entries.push({ name: inside('nav.xhtml'), text: navigation(book) })
  entries.push({ name: inside('package.opf'), text: packageDocument(book) })
  await folder.pack(name, entries)
}

/** Without what the last packet has too much. */
const heardSamples = ({ pieces }: EncodedChapter): number =>
  fileSamplesOf(pieces) - ((pieces.at(-1)?.fileSamples ?? 0) - (pieces.at(-1)?.samples ?? 0))

/** All lines that a reader sees: those without sound are not lit. */
async function segmentsOf(
  projects: StudioParts['context']['projects'],
  { project }: ExportOrder,
  { id, pieces }: EncodedChapter,
  sampleRate: number,
): Promise<OverlaySegment[]> {
  const from = new Map(spansInFile(pieces).map((span) => [span.segmentId, span.from / sampleRate]))
  const entry = project.chapters.find((chapter) => chapter.id === id)
  const segments: OverlaySegment[] = []
  const { firstPosition = 0, segments: count = 0 } = entry ?? {}
  for await (const row of rowsBetween(projects, project.id, firstPosition, firstPosition + count)) {
    const isSeen = !row.leftOut || row.leftOut === 'code' || row.leftOut === 'formula'
    const { text, kind, block } = row
    const endsScene = row.pauseAfter === 'scene'
    if (isSeen) segments.push({ text, kind, block, endsScene, from: from.get(row.id) ?? null })
  }
  return segments
}
