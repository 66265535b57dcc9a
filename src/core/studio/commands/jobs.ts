// export.*, job.*: finished files, and the jobs that make things.
import { tagsOfBook } from '../book-tags.ts'
import type { HandlersOf } from '../handlers.ts'
import { estimateExport } from '../estimate-export.ts'
import { mendExport, startExport } from '../start-export.ts'
import type { StudioParts } from '../studio-parts.ts'

export function jobCommands(
  parts: StudioParts,
): HandlersOf<
  | 'export.start'
  | 'export.mend'
  | 'export.estimate'
  | 'export.tags'
  | 'job.list'
  | 'job.pause'
  | 'job.resume'
  | 'job.cancel'
> {
  const { context, jobs } = parts
  return {
    async 'export.start'({ ticket, cover, ...wish }) {
      const ticketed = context.tickets.take('target', ticket)
      const picture = cover === undefined ? null : context.tickets.take('book', cover)
      const request = { ...wish, target: ticketed.path, ...(picture && { cover: picture.path }) }
      try {
        return await startExport(parts, request, ticketed.download ? ticketed : null)
      } catch (error) {
        await ticketed.release()
        throw error
      } finally {
        await picture?.release()
      }
    },
    async 'export.mend'({ jobId, ticket }) {
      const place = ticket === undefined ? null : context.tickets.take('target', ticket)
      try {
        return await mendExport(parts, jobId, place)
      } catch (error) {
        await place?.release()
        throw error
      }
    },
    'export.estimate': (wish) => estimateExport(parts, wish),
    'export.tags': async ({ projectId }) =>
      tagsOfBook(parts, await context.projects.read(projectId)),
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
