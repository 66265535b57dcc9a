// export.*, job.*: finished files, and the jobs that make things.
import type { Ticketed } from '../../ports/tickets.ts'
import { tagsOfBook } from '../export/book-tags.ts'
import { copyAgain } from '../export/copy-export.ts'
import { chooseCopyFolder, copyFolder, folderOf } from '../export/copy-folder.ts'
import type { HandlersOf } from '../handlers.ts'
import { estimateExport } from '../export/estimate-export.ts'
import { findExport, pastExports } from '../export/export-history.ts'
import { mendExport, startExport } from '../export/start-export.ts'
import type { StudioParts } from '../studio-parts.ts'

export function jobCommands(
  parts: StudioParts,
): HandlersOf<
  | 'export.start'
  | 'export.mend'
  | 'export.estimate'
  | 'export.tags'
  | 'export.history'
  | 'export.find'
  | 'export.copyAgain'
  | 'export.copyFolder'
  | 'export.chooseCopyFolder'
  | 'job.list'
  | 'job.pause'
  | 'job.resume'
  | 'job.cancel'
> {
  const { context, jobs } = parts
  return {
    async 'export.start'({ ticket, cover, copyTo, ...wish }) {
      const folder = copyTo === undefined ? undefined : await folderOf(context, copyTo)
      const ticketed = context.tickets.take('target', ticket)
      let picture: Ticketed | null = null
      try {
        picture = cover === undefined ? null : context.tickets.take('book', cover)
        const request = {
          ...{ ...wish, target: ticketed.path },
          ...(picture && { cover: picture.path }),
          ...(folder !== undefined && { copyTo: folder }),
        }
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
    'export.history': async ({ projectId }) => ({ exports: await pastExports(parts, projectId) }),
    'export.find': async ({ projectId, exportId }) => ({
      ticket: await findExport(parts, projectId, exportId),
    }),
    'export.copyAgain': async ({ jobId }) => copyAgain(parts, jobId),
    'export.copyFolder': () => copyFolder(context),
    async 'export.chooseCopyFolder'({ ticket }) {
      const path = ticket === null ? null : context.tickets.take('folder', ticket).path
      return chooseCopyFolder(context, path)
    },
    'job.list': async () => ({ jobs: jobs.list() }),
    async 'job.pause'({ jobId }) {
      jobs.pause(jobId)
      return {}
    },
    async 'job.resume'({ jobId, budget }) {
      jobs.resume(jobId, budget)
      return {}
    },
    async 'job.cancel'({ jobId }) {
      await jobs.cancel(jobId)
      return {}
    },
  }
}
