// What must not go on once the rows of a book are elsewhere.
import type { StudioParts } from './studio-parts.ts'

/** Ends what runs on positions of before; what it has made is kept. Never waited for inside a change. */
export async function afterArranging(
  { jobs, attentions }: Pick<StudioParts, 'jobs' | 'attentions'>,
  projectId: string,
): Promise<void> {
  attentions.forget(projectId)
  for (const { job } of jobs.active(projectId)) await jobs.cancel(job.id)
}
