// What must not go on once the rows of a book are elsewhere.
import type { StudioParts } from './studio-parts.ts'

/**
 * Ends what runs on positions of before, and says whether anything did; what it has made is kept. Never
 * waited for inside a change.
 */
export async function afterArranging(
  { jobs, attentions }: Pick<StudioParts, 'jobs' | 'attentions'>,
  projectId: string,
): Promise<boolean> {
  attentions.forget(projectId)
  const running = jobs.active(projectId)
  for (const { job } of running) await jobs.cancel(job.id)
  return running.length > 0
}
