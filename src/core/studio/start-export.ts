// Begins an export as a job: one at a time for each place.
import { nameOfPath } from '../base/name-of-path.ts'
import type { ExportRequest } from '../../contract/index.ts'
import { fail } from '../base/failure-error.ts'
import { acxSound, wishInFull } from '../export/acx.ts'
import type { Ticketed } from '../ports/tickets.ts'
import { readCover } from './chosen-cover.ts'
import { exportBook } from './export-job.ts'
import type { StudioParts } from './studio-parts.ts'

/** A `passing` file goes to a browser, and its export is not taken up after a crash. */
export async function startExport(
  parts: StudioParts,
  request: ExportRequest,
  passing: Ticketed | null = null,
): Promise<{ jobId: string }> {
  const { context, downloads, jobs } = parts
  const { projectId, chapterIds, target, cover: coverPath, ...asked } = request
  const book = await context.projects.read(projectId)
  const wish = wishInFull(asked)
  // What its document says of its sound stays.
  const project = asked.acx ? { ...book, sound: acxSound(book.sound) } : book
  const name = nameOfPath(target)
  const cover = coverPath === undefined ? null : await readCover(context, coverPath)
  if (parts.targets.has(target)) throw fail('export-busy', { file: name })
  parts.targets.add(target)
  const free = () => void parts.targets.delete(target)

  const kept = passing ? null : JSON.stringify(request)
  const about = { kind: 'export', stage: 'encoding', projectId: project.id, name } as const
  const job = jobs.start(about, kept, async (running) => {
    const order = { project, chapterIds, wish, cover, target, isPassing: passing !== null }
    const written = await exportBook(parts, running, order)
      .catch(async (error: unknown) => {
        await passing?.release()
        throw error
      })
      // Before its end is told: who is told may ask again at once.
      .finally(free)
    const where = passing
      ? { downloadAddress: `/media/export/${downloads.offer(passing)}` }
      : { revealTicket: context.tickets.issue('finished', target) }
    running.update({ result: { file: name, ...written, ...where } })
  })
  void jobs.ended(job.id).then(free, free)
  return { jobId: job.id }
}
