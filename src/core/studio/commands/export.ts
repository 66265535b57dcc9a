// export.*, job.*: finished files, and the jobs that make things.
import type { ExportFormat } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { exportBook } from '../export-job.ts'
import type { Ticketed } from '../../ports/tickets.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

export type ExportRequestText = {
  projectId: string
  format: ExportFormat
  chapterIds?: string[] | undefined
  target: string
}

/** Starts an export; a `passing` file goes to a browser, and its export is not taken up after a crash. */
export async function startExport(
  parts: StudioParts,
  request: ExportRequestText,
  passing: Ticketed | null = null,
): Promise<{ jobId: string }> {
  const { context, downloads, jobs } = parts
  const project = await context.projects.read(request.projectId)
  const chapterIds =
    request.chapterIds ?? project.chapters.filter(({ spoken }) => spoken).map(({ id }) => id)
  const { target, format } = request
  const name = target.split(/[\\/]/).at(-1) ?? target
  if (parts.targets.has(target)) throw fail('export-busy', { file: name })
  parts.targets.add(target)

  const kept = passing ? null : JSON.stringify(request)
  const about = { kind: 'export', stage: 'encoding', projectId: project.id, name } as const
  const job = jobs.start(about, kept, async (running) => {
    const order = { project, chapterIds, format, target }
    const written = await exportBook(parts, running, order).catch(async (error: unknown) => {
      await passing?.release()
      throw error
    })
    const where = passing
      ? { downloadAddress: `/media/export/${downloads.offer(passing)}` }
      : { revealTicket: context.tickets.issue('finished', target) }
    running.update({ result: { file: name, ...written, ...where } })
  })
  const free = () => void parts.targets.delete(target)
  void jobs.ended(job.id).then(free, free)
  return { jobId: job.id }
}

export function exportCommands(
  parts: StudioParts,
): HandlersOf<'export.start' | 'job.list' | 'job.pause' | 'job.resume' | 'job.cancel'> {
  const { context, jobs } = parts
  return {
    async 'export.start'({ projectId, ticket, format, chapterIds }) {
      const ticketed = context.tickets.take('target', ticket)
      const request = { projectId, format, chapterIds, target: ticketed.path }
      return startExport(parts, request, ticketed.download ? ticketed : null)
    },
    'job.list': async () => ({ jobs: jobs.list() }),
    async 'job.pause'({ jobId }) {
      jobs.pause(jobId)
      return {}
    },
    async 'job.resume'({ jobId }) {
      jobs.resume(jobId)
      return {}
    },
    async 'job.cancel'({ jobId }) {
      await jobs.cancel(jobId)
      return {}
    },
  }
}
