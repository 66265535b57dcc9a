// export.start, job.*: finished files, and the jobs that make things.
import type { HandlersOf } from '../handlers.ts'
import { startExport } from '../start-export.ts'
import type { StudioParts } from '../studio-parts.ts'

export function jobCommands(
  parts: StudioParts,
): HandlersOf<'export.start' | 'job.list' | 'job.pause' | 'job.resume' | 'job.cancel'> {
  const { context, jobs } = parts
  return {
    async 'export.start'({ ticket, ...wish }) {
      const ticketed = context.tickets.take('target', ticket)
      const request = { ...wish, target: ticketed.path }
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
