// What must not go on once the rows of a book are elsewhere.
import { failureOf } from '../../base/failure-error.ts'
import type { StudioParts } from '../studio-parts.ts'

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
  for (const { job } of running) await jobs.cancel(job.id, 'overrun')
  return running.length > 0
}

/**
 * The same where rows were cut, joined or taken out in the midst of work: a narration goes on with the rows
 * as they are now. Says whether anything else had to end.
 */
export async function afterReplacing(
  {
    jobs,
    attentions,
    context,
    turns,
  }: Pick<StudioParts, 'jobs' | 'attentions' | 'context' | 'turns'>,
  projectId: string,
): Promise<boolean> {
  attentions.forget(projectId)
  // In the queue's turn: while nothing of the book runs, it must not take that for the end of its narration.
  return turns('queue', async () => {
    const running = jobs.active(projectId)
    const goOn = running.flatMap(({ job, again }) => (again ? [{ job, again }] : []))
    for (const { job } of running) await jobs.cancel(job.id, 'overrun')
    for (const { job, again } of goOn) {
      // What waited for a person goes on waiting: it is started again by hand.
      if (job.state === 'paused') continue
      await again(job.cost?.spent ?? 0).catch((error: unknown) =>
        context.log.debug('a narration did not go on', { failure: failureOf(error) }),
      )
    }
    return running.length > goOn.length
  })
}
