// Begins an export as a job: one at a time for each place.
import { nameOfPath } from '../../base/name-of-path.ts'
import { makesSeveral, type ExportRequest } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import type { Ticketed } from '../../ports/tickets.ts'
import { readCover } from './chosen-cover.ts'
import { copyExport } from './copy-export.ts'
import { rememberExport } from './export-history.ts'
import { exportBook } from './export-job.ts'
import { forExport, type ExportAsked } from './export-order.ts'
import { handOver } from '../hand-over.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Mendings that are known; older ones are forgotten. */
const mendingsKept = 5

/** A `passing` file goes to a browser, and its export is not taken up after a crash. */
export async function startExport(
  parts: StudioParts,
  request: ExportRequest,
  passing: Ticketed | null = null,
): Promise<{ jobId: string }> {
  const cover = request.cover === undefined ? null : await readCover(parts.context, request.cover)
  return beginExport(parts, { request, cover }, passing)
}

/** Mends the book by what was found, and exports again, to a new place where one is given: see `export.mend`. */
export async function mendExport(
  parts: StudioParts,
  jobId: string,
  place: Ticketed | null,
): Promise<{ jobId: string }> {
  const found = parts.mendings.get(jobId)
  if (!found) throw fail('not-found', { kind: 'job' })
  // What went to a browser is gone from where it was.
  if (found.isPassing && !place) throw fail('not-found', { kind: 'file' })
  const { asked, mending } = found
  const request = { ...asked.request, target: place?.path ?? asked.request.target }
  // Before the book is changed: while its place is written to it stays as it is, and can be mended later.
  if (parts.targets.has(request.target)) throw busy(request.target)
  parts.mendings.delete(jobId)
  await parts.changes.apply(asked.request.projectId, ({ sound, chapters }) => ({
    kind: 'sound-shaped',
    sound: mending.sound ?? sound,
    // A chapter may be gone by now.
    gains: mending.gains.filter(({ chapterId }) => chapters.some(({ id }) => id === chapterId)),
  }))
  return beginExport(parts, { ...asked, request }, place?.download ? place : null).catch(
    (error: unknown) => {
      // The book is mended; what was found is still what this export lacked.
      parts.mendings.set(jobId, found)
      throw error
    },
  )
}

const busy = (target: string) => fail('export-busy', { file: nameOfPath(target) })

async function beginExport(
  parts: StudioParts,
  asked: ExportAsked,
  passing: Ticketed | null,
): Promise<{ jobId: string }> {
  const { context, jobs } = parts
  const { request, cover } = asked
  const { projectId, chapterIds, target, copyTo, cover: _, ...chosen } = request
  const book = await context.projects.read(projectId)
  const { project, wish } = forExport(book, chosen)
  const name = nameOfPath(target)
  if (parts.targets.has(target)) throw busy(target)
  parts.targets.add(target)
  const free = () => void parts.targets.delete(target)

  const kept = passing ? null : JSON.stringify(request)
  const about = { kind: 'export', stage: 'encoding', projectId: project.id, name } as const
  const job = jobs.start(about, kept, async (running) => {
    const order = { project, chapterIds, wish, cover, target, isPassing: passing !== null }
    const { names, ...written } = await exportBook(parts, running, order)
      .catch(async (error: unknown) => {
        await passing?.release()
        throw error
      })
      // Before its end is told: who is told may ask again at once.
      .finally(free)
    const where = handOver(parts, passing ?? { path: target })
    const mending = written.acx?.mending
    if (mending) {
      parts.mendings.set(running.job.id, { asked, mending, isPassing: passing !== null })
      for (const old of [...parts.mendings.keys()].slice(0, -mendingsKept))
        parts.mendings.delete(old)
    }
    const result = { file: name, ...written, ...where }
    await rememberExport(parts, project.id, { wish: chosen, result, path: passing ? null : target })
    const place = makesSeveral(wish) ? ('inside' as const) : ('beside' as const)
    const copy = passing || copyTo === undefined ? null : { target, place, names, into: copyTo }
    running.update({ result })
    if (copy) await copyExport(parts, running, { projectId, result, order: copy })
  })
  void jobs.ended(job.id).then(free, free)
  return { jobId: job.id }
}
