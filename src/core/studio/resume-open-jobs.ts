// Takes up what a crash has left open.
import { ExportRequest, SpeechRequest } from '../../contract/index.ts'
import { failureOf } from '../base/failure-error.ts'
import { startExport } from './export/start-export.ts'
import { startNarration } from './narration/start-narration.ts'
import type { StudioParts } from './studio-parts.ts'

/** Takes up the jobs that the last run did not end. A job that cannot be taken up is forgotten. */
export async function resumeOpenJobs(parts: StudioParts): Promise<void> {
  const { context } = parts
  for (const { job, request } of await context.projects.openJobs()) {
    try {
      if (job.kind === 'speech')
        await startNarration(parts, SpeechRequest.parse(JSON.parse(request)), { asksFirst: true })
      if (job.kind === 'export') await startExport(parts, ExportRequest.parse(JSON.parse(request)))
    } catch (error) {
      context.log.warn('a job could not be taken up again', {
        job: job.id,
        failure: failureOf(error),
      })
    }
    // Only now: until the new job is saved, this one is what a crash would be taken up from.
    await context.projects.forgetJob(job.id)
  }
}
