// Chapters → encoded pieces → one finished file. A damaged take is spoken again, and said.
import type { ExportFormat, Project } from '../../contract/index.ts'
import { fail, FailureError } from '../base/failure-error.ts'
import { createLimiter } from '../base/limiter.ts'
import { encodingOf } from '../export/encoding-of.ts'
import type { EncodedPiece, ExportChapter, ExportRequest } from '../ports/codecs.ts'
import type { RunningJob } from './job-registry.ts'
import { withMending } from './mending.ts'
import { pieceRanges, planPiece, type PieceRange } from './pieces.ts'
import type { StudioParts } from './studio-parts.ts'
import { voiceOf } from './voice-desk.ts'

export type ExportOrder = {
  project: Project
  chapterIds: string[]
  format: ExportFormat
  target: string
}

export type ExportResult = { bytes: number; durationSeconds: number; chapters: number }

/**
 * Exports the chapters in the book's order. Fails with `segments-unspoken` before anything is encoded,
 * with what the codecs say of the disk, and leaves no partial file.
 */
export async function exportBook(
  parts: StudioParts,
  running: RunningJob,
  order: ExportOrder,
): Promise<ExportResult> {
  const wanted = new Set(order.chapterIds)
  const ids = order.project.chapters
    .filter(({ id, segments }) => wanted.has(id) && segments > 0)
    .map(({ id }) => id)
  if (ids.length === 0) throw fail('nothing-to-speak')
  await refuseUnspoken(parts, order, ids)
  const make = async () => {
    const chapters = await encodeChapters(parts, running, order, ids)
    return { ...(await writeFile(parts, running, order, chapters)), chapters: chapters.length }
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

/** All chapters in one go, so that many short ones keep every codec busy. */
async function encodeChapters(
  parts: StudioParts,
  running: RunningJob,
  order: ExportOrder,
  ids: readonly string[],
): Promise<ExportChapter[]> {
  const { context } = parts
  const chapters = ids.map((id): Underway => {
    const title = order.project.chapters.find((chapter) => chapter.id === id)?.title ?? ''
    return { id, title, pieces: [] }
  })
  let done = 0
  let total = 0
  let trouble: unknown = null
  const limiter = createLimiter(context.options.workers * 2, (error) => (trouble ??= error))
  running.update({ stage: 'encoding', done })
  for (const [index, chapter] of chapters.entries()) {
    await running.whenRunning()
    const pieces = await pieceRanges(
      parts.plans,
      order.project,
      chapter.id,
      encodingOf(order.format),
    )
    total += pieces.length
    // Chapters to come are thought to be as long as those so far.
    running.update({ total: Math.round((total / (index + 1)) * ids.length) })
    for (const [at, piece] of pieces.entries()) {
      await limiter.whenFree()
      if (trouble !== null) break
      running.signal.throwIfAborted()
      await limiter.begin(async () => {
        chapter.pieces[at] = await encodePiece(parts, running, order, chapter.id, piece)
        done += 1
        const etaSeconds = eta(context.clock.now(), running, done, running.job.total)
        running.update({ done, etaSeconds })
      })
    }
    if (trouble !== null) break
  }
  await limiter.idle()
  if (trouble !== null) throw trouble as Error
  return chapters
}

type Underway = ExportChapter & { id: string }

/** A damaged take of it is spoken again. */
function encodePiece(
  parts: StudioParts,
  { signal }: RunningJob,
  { project, format }: ExportOrder,
  chapterId: string,
  piece: PieceRange,
): Promise<EncodedPiece> {
  const { context, plans } = parts
  return withMending(parts, { project, chapterId, signal }, async () => {
    const { groups, missing } = await planPiece(plans, project, piece, signal)
    if (missing > 0) throw fail('segments-unspoken', { count: missing })
    return context.codecs.encode(groups, encodingOf(format), signal)
  })
}

async function writeFile(
  parts: StudioParts,
  running: RunningJob,
  order: ExportOrder,
  chapters: ExportChapter[],
): Promise<{ bytes: number; durationSeconds: number }> {
  const { context, voices } = parts
  const { project, format, target } = order
  const total = chapters.reduce((sum, { pieces }) => sum + pieces.length, 0)
  running.update({ stage: 'writing', done: 0, total, etaSeconds: null })
  const { voice, provider } = await voices.find(voiceOf(project))
  // The index of a long book takes memory: the voices give theirs back, and come again by themselves.
  await provider.rest()
  const { title, authors, language } = project
  const request: ExportRequest = {
    target,
    format,
    encoding: encodingOf(format),
    chapters,
    tags: { title, authors, language, narrator: voice.label },
    cover: project.cover ? await context.projects.cover(project.id) : null,
  }
  const onProgress = (fraction: number) => running.update({ done: fraction * total })
  return context.codecs.writeFile(request, onProgress, running.signal)
}

async function refuseUnspoken(
  parts: StudioParts,
  order: ExportOrder,
  chapterIds: string[],
): Promise<void> {
  const { project } = order
  const progress = new Map(
    (await parts.context.projects.progress(project.id)).map((row) => [row.chapterId, row]),
  )
  let count = 0
  for (const chapter of project.chapters) {
    if (!chapterIds.includes(chapter.id)) continue
    // The counters say at once what would otherwise be found out chapter by chapter.
    const counts = progress.get(chapter.id)
    if ((counts?.ready ?? 0) + (counts?.skipped ?? 0) >= chapter.segments) continue
    const planned = await parts.plans.plan(
      project,
      chapter.id,
      { stale: false },
      parts.context.scope.signal,
    )
    count += planned.missing.length
  }
  if (count > 0) throw fail('segments-unspoken', { count })
}

function eta(now: number, running: RunningJob, done: number, total: number): number | null {
  if (done < 3 || total <= done) return null
  return ((now - running.job.startedAt) / 1000 / done) * (total - done)
}
