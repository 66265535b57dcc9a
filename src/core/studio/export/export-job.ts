// Chapters → encoded pieces → finished files. A damaged take is spoken again, and said.
import { fail, FailureError } from '../../base/failure-error.ts'
import { createSideBySide } from '../../base/side-by-side.ts'
import { encodedAs, encodingOf } from '../../export/encoding-of.ts'
import {
  chaptersToExport,
  type EncodedChapter,
  type ExportOrder,
  type WrittenExport,
} from './export-order.ts'
import type { RunningJob } from '../job-registry.ts'
import { withMending } from '../takes/mending.ts'
import { pieceRanges, planPiece, type PieceRange } from './pieces.ts'
import { overlayWish } from './read-along.ts'
import type { StudioParts } from '../studio-parts.ts'
import { writeFiles } from './write-files.ts'

/**
 * Exports the chapters in the book's order. Fails with `segments-unspoken` before anything is encoded
 * (unless a part of the book will do), with what the codecs say of the disk, and leaves no partial file.
 */
export async function exportBook(
  parts: StudioParts,
  running: RunningJob,
  order: ExportOrder,
): Promise<WrittenExport> {
  const ids = chaptersToExport(order.project, order.chapterIds).map(({ id }) => id)
  if (ids.length === 0) throw fail('nothing-to-speak')
  const unspoken = await countUnspoken(parts, order, ids)
  const missing = [...unspoken.values()].reduce((sum, count) => sum + count, 0)
  if (missing > 0 && !order.wish.partial) throw fail('segments-unspoken', { count: missing })
  const make = async () => {
    const encoded = await encodeChapters(parts, running, order, ids)
    // What is not spoken at all has no place in a part of a book.
    const chapters = encoded.filter(({ pieces }) => pieces.length > 0)
    if (chapters.length === 0) throw fail('segments-unspoken', { count: missing })
    const heard = await encodeForReading(parts, running, order, chapters)
    const written = await writeFiles(parts, running, order, { chapters, heard })
    const gaps = encoded
      .filter(({ id }) => unspoken.has(id))
      .map(({ id, title, pieces }) => ({
        ...{ title, missing: unspoken.get(id) ?? 0 },
        whole: pieces.length === 0,
      }))
    return { ...written, chapters: chapters.length, ...(missing > 0 && { missing, gaps }) }
  }
  try {
    return await make()
  } catch (error) {
    // A sweep between encoding and copying may drop packets: what is missing is encoded again, once.
    const lost = error instanceof FailureError && error.failure.params['stage'] === 'packets'
    if (!lost) throw error
    return make()
  }
}

/** The chapters as a read-along book has them; null where none is wished. */
async function encodeForReading(
  parts: StudioParts,
  running: RunningJob,
  order: ExportOrder,
  chapters: EncodedChapter[],
): Promise<EncodedChapter[] | null> {
  if (!order.wish.overlay) return null
  const wish = overlayWish(order.wish)
  const isSame = encodingOf(wish).codec === encodingOf(order.wish).codec
  const ids = chapters.map(({ id }) => id)
  return isSame ? chapters : encodeChapters(parts, running, { ...order, wish }, ids)
}

/** All chapters in one go, so that many short ones keep every codec busy. */
async function encodeChapters(
  parts: StudioParts,
  running: RunningJob,
  order: ExportOrder,
  ids: readonly string[],
): Promise<EncodedChapter[]> {
  const { context } = parts
  const { project, wish } = order
  const { encoding } = encodedAs(wish, project.sound)
  const chapters = ids.map((id): EncodedChapter => {
    const title = project.chapters.find((chapter) => chapter.id === id)?.title ?? ''
    return { id, title, pieces: [] }
  })
  let done = 0
  let total = 0
  const lanes = createSideBySide(context.options.workers * 2, running.signal)
  running.update({ stage: 'encoding', done })
  for (const [index, chapter] of chapters.entries()) {
    await running.whenRunning()
    const pieces = await pieceRanges(parts.plans, project, chapter.id, encoding)
    total += pieces.length
    // Chapters to come are thought to be as long as those so far.
    running.update({ total: Math.round((total / (index + 1)) * ids.length) })
    for (const [at, piece] of pieces.entries()) {
      await lanes.begin(async () => {
        const encoded = await encodePiece(parts, running, order, chapter.id, piece)
        if (encoded) chapter.pieces[at] = encoded
        done += 1
        const etaSeconds = eta(running, done)
        running.update({ done, etaSeconds })
      })
    }
    if (lanes.hasFailed) break
  }
  await lanes.end()
  // Where nothing of a piece is spoken there is a hole.
  return chapters.map((chapter) => ({ ...chapter, pieces: chapter.pieces.flat() }))
}

/** Null where nothing of it is heard; a damaged take of it is spoken again. */
function encodePiece(
  parts: StudioParts,
  { signal }: RunningJob,
  { project, wish }: ExportOrder,
  chapterId: string,
  piece: PieceRange,
): Promise<EncodedChapter['pieces'][number] | null> {
  const { context, plans } = parts
  return withMending(parts, { project, chapterId, signal }, async () => {
    const gaps = wish.partial ?? false
    const { encoding, sampleRate } = encodedAs(wish, project.sound)
    const options = { gaps, sampleRate, signal }
    const { groups, missing, spans } = await planPiece(plans, project, piece, options)
    if (missing > 0 && !gaps) throw fail('segments-unspoken', { count: missing })
    if (groups.length === 0) return null
    return { ...(await context.codecs.encode(groups, encoding, signal)), spans }
  })
}

/** How many segments have no sound, by chapter; those that lack none are absent. */
async function countUnspoken(
  { context, plans }: StudioParts,
  { project }: ExportOrder,
  chapterIds: string[],
): Promise<Map<string, number>> {
  const progress = new Map(
    (await context.projects.progress(project.id)).map((row) => [row.chapterId, row]),
  )
  const unspoken = new Map<string, number>()
  for (const chapter of project.chapters) {
    if (!chapterIds.includes(chapter.id)) continue
    // The counters say at once what would otherwise be found out chapter by chapter.
    const counts = progress.get(chapter.id)
    if ((counts?.ready ?? 0) + (counts?.skipped ?? 0) >= chapter.segments) continue
    const { signal } = context.scope
    const planned = await plans.plan(project, chapter.id, { stale: false }, signal)
    if (planned.missing.length > 0) unspoken.set(chapter.id, planned.missing.length)
  }
  return unspoken
}

function eta(running: RunningJob, done: number): number | null {
  const { total } = running.job
  if (done < 3 || total <= done) return null
  return (running.elapsedMs() / 1000 / done) * (total - done)
}
