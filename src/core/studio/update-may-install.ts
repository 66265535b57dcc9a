// When a new version of Lectern may take this one's place: never in the midst of a book.
import type { Job, Queue } from '../../contract/index.ts'

/**
 * An installation ends the app. What runs is let come to its end, whatever it is; of what is paused only an import
 * is lost with the app, and the queue goes on from book to book without a job for a moment.
 */
export function updateMayInstall(jobs: Iterable<Job>, queue: Queue['state']): boolean {
  if (queue === 'running' || queue === 'waiting') return false
  return [...jobs].every(
    ({ kind, state }) => state !== 'running' && !(kind === 'import' && state === 'paused'),
  )
}
