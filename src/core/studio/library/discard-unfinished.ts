// Takes back a project that was begun and will not be finished.
import { failureOf } from '../../base/failure-error.ts'
import type { StudioContext } from '../studio-context.ts'

/** On a full disk even this may fail; then the next start does it. What is told is why there is no book. */
export async function discardUnfinished(
  { projects, log }: Pick<StudioContext, 'projects' | 'log'>,
  projectId: string,
): Promise<void> {
  try {
    await projects.discard(projectId)
  } catch (error) {
    log.warn('an unfinished book was left behind', { failure: failureOf(error) })
  }
}
