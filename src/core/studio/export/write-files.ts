// Encoded chapters → the files of an export, with what goes beside them, all or none.
import { nameOfPath } from '../../base/name-of-path.ts'
import {
  captionsName,
  fileNameOf,
  hasCompany,
  makesSeveral,
  readAlongName,
  stemOf,
  BookTags,
  type AcxReport,
  type CaptionFormat,
  type Project,
  type ReadAlongReport,
} from '../../../contract/index.ts'
import { audiobookshelfMetadata } from '../../export/audiobookshelf.ts'
import { captionsOf, type Cue } from '../../export/captions.ts'
import { encodedAs } from '../../export/encoding-of.ts'
import { playableCover } from '../../export/file-tags.ts'
import { planFiles, type FilePlan } from '../../export/plan-files.ts'
import type { ExportFolder, ExportPlace } from '../../ports/export-folders.ts'
import type { Picture } from '../../ports/projects.ts'
import { completeAcxFolder } from './acx-folder.ts'
import { tagsOfBook } from './book-tags.ts'
import type { EncodedChapter, ExportOrder, WrittenExport } from './export-order.ts'
import { fileSpansOf, heardPaces } from './heard-pace.ts'
import type { RunningJob } from '../job-registry.ts'
import { fileSamplesOf, spansInFile } from './pieces.ts'
import { writeReadAlong } from './read-along.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Segments whose words are fetched at a time. */
const textsAtOnce = 200

/** `heard`: the chapters as a read-along book has them, where one is wished. */
type EncodedBook = { chapters: readonly EncodedChapter[]; heard: readonly EncodedChapter[] | null }

type TimedChapter = EncodedChapter & { seconds: number; bytes: number }

/** Fails with what the codecs say of the disk; nothing is left behind then. */
export async function writeFiles(
  parts: StudioParts,
  running: RunningJob,
  order: ExportOrder,
  { chapters, heard }: EncodedBook,
): Promise<Omit<WrittenExport, 'chapters'>> {
  const { context } = parts
  const { project, wish, target } = order
  const total = chapters.reduce((sum, { pieces }) => sum + pieces.length, 0)
  running.update({ stage: 'writing', done: 0, total, etaSeconds: null })
  const tags = BookTags.parse({ ...(await tagsOfBook(parts, project)), ...wish.tags })
  const { encoding, sampleRate } = encodedAs(wish, project.sound)
  const timed = chapters.map((chapter) => ({
    ...chapter,
    seconds: fileSamplesOf(chapter.pieces) / sampleRate,
    bytes: chapter.pieces.reduce((sum, { bytes }) => sum + bytes, 0),
  }))
  const name = fileNameIn(order)
  const files = planFiles(timed, wish, { tags, name })
  const folder = hasCompany(wish) ? await context.exportFolders.begin(target, placeOf(order)) : null
  const cover = order.cover ?? (project.cover ? await context.projects.cover(project.id) : null)
  const sum = { bytes: 0, durationSeconds: 0 }
  let acx: AcxReport | undefined
  let readAlong: ReadAlongReport | undefined
  let done = 0
  let names = [name]
  try {
    for (const file of files) {
      const pieces = file.chapters.reduce((count, chapter) => count + chapter.pieces.length, 0)
      const { bytes, durationSeconds } = await context.codecs.writeFile(
        {
          target: folder?.pathOf(file.name) ?? target,
          ...{ format: wish.format, encoding, tags: file.tags, cover },
          chapters: file.chapters.map(({ title, pieces: own }) => ({ title, pieces: own })),
        },
        (fraction) => running.update({ done: done + fraction * pieces }),
        running.signal,
      )
      done += pieces
      sum.bytes += bytes
      sum.durationSeconds += durationSeconds
      if (folder && wish.captions)
        await writeCaptions(parts, project, { folder, file, sampleRate, format: wish.captions })
      running.signal.throwIfAborted()
    }
    if (folder && makesSeveral(wish)) await describeBook(folder, { tags, chapters: timed, cover })
    if (folder && heard) {
      // A folder's name has no ending, whatever dots are in it.
      const isPlain = makesSeveral(wish) && !order.isPassing
      const stem = isPlain ? name : stemOf(name)
      const book = { folder, name: readAlongName(stem), chapters: heard, tags, cover }
      readAlong = await writeReadAlong(parts, order, book, running.signal)
    }
    if (folder && wish.acx) {
      const made = { folder, names: files.map((file) => file.name), chapters, tags, cover }
      acx = await completeAcxFolder(parts, running, order, made)
    }
    names = (await folder?.finish()) ?? names
  } catch (error) {
    await folder?.discard()
    throw error
  }
  return {
    ...sum,
    names,
    ...(files.length > 1 && { files: files.length }),
    ...(acx && { acx }),
    ...(readAlong && { readAlong }),
  }
}

/** What a single file is called: in a zip not as the zip is. */
function fileNameIn(order: ExportOrder): string {
  const { target, wish } = order
  const name = nameOfPath(target)
  if (!order.isPassing || !hasCompany(wish)) return name
  return fileNameOf(name.replace(/\.zip$/i, ''), wish.format)
}

const placeOf = (order: ExportOrder): ExportPlace =>
  order.isPassing ? 'zip' : makesSeveral(order.wish) ? 'inside' : 'beside'

/** For libraries that show the folder as one book. */
async function describeBook(
  folder: ExportFolder,
  {
    tags,
    chapters,
    cover,
  }: { tags: BookTags; chapters: readonly TimedChapter[]; cover: Picture | null },
): Promise<void> {
  await folder.writeText('metadata.json', audiobookshelfMetadata(tags, chapters))
  const picture = playableCover(cover)
  if (!picture) return
  const ending = picture.mediaType === 'image/png' ? 'png' : 'jpg'
  await folder.writeBytes(`cover.${ending}`, picture.bytes)
}

async function writeCaptions(
  { context }: StudioParts,
  project: Project,
  {
    folder,
    file,
    sampleRate,
    format,
  }: {
    folder: ExportFolder
    file: FilePlan<TimedChapter>
    sampleRate: number
    format: CaptionFormat
  },
): Promise<void> {
  const spans = spansInFile(file.chapters.flatMap(({ pieces }) => pieces))
  const cues: Cue[] = []
  for (let at = 0; at < spans.length; at += textsAtOnce) {
    const page = fileSpansOf(spans.slice(at, at + textsAtOnce), sampleRate)
    const rows = await context.projects.segmentsById(project.id, [...page.keys()])
    // Labels are for cutting: they stay by sentence.
    const paces =
      format === 'labels' ? null : await heardPaces(context, project.language, rows, page)
    const texts = new Map(rows.map(({ id, text }) => [id, text]))
    for (const [id, { from, to }] of page) {
      const pace = paces?.get(id)
      cues.push({ start: from, end: to, text: texts.get(id) ?? '', ...(pace && { pace }) })
    }
  }
  await folder.writeText(captionsName(file.name, format), captionsOf(cues, format))
}
