// Books that were removed: out of sight at once, whole for as long as that may be taken back, then gone.
import { fail, failureOf } from '../../base/failure-error.ts'
import { forgetExports } from '../export/export-history.ts'
import { forgetPlace } from '../document/kept-place.ts'
import { dropUnusedSources } from './kept-sources.ts'
import type { StudioParts } from '../studio-parts.ts'

/** The toast that offers to take it back is gone by then; so is whoever came back from lunch. */
const keptMs = 24 * 3_600_000

/** Nobody sees the book any more, and what is done for it ends. Fails with `not-found`. */
export async function setAside(parts: StudioParts, projectId: string): Promise<void> {
  const { context, jobs, turns } = parts
  const { projects, clock, events } = context
  await projects.read(projectId)
  // In the queue's turn: it would begin the book again before that is out of sight.
  await turns('queue', async () => {
    for (const { job } of jobs.active(projectId)) await jobs.cancel(job.id, 'overrun')
    // In its turn: rows settled afterwards would ask for a project that is not there.
    await turns(projectId, () => projects.setAside(projectId, clock.now()))
    events.emit('library.removed', { projectId })
  })
}

/** Everybody sees it again, as it was. Fails with `not-found` where it is gone for good. */
export async function takeBack(parts: StudioParts, projectId: string): Promise<void> {
  const { context, turns, changes } = parts
  const isThere = await turns(projectId, () => context.projects.setAside(projectId, null))
  if (!isThere) throw fail('not-found', { kind: 'project' }, projectId)
  await changes.announce(projectId, null)
}

/** Drops for good, at a start, all that was set aside before it; later what a day has passed for. */
export async function dropSetAside(parts: StudioParts, when: 'start' | 'later'): Promise<void> {
  const { context, turns, script } = parts
  const { projects, clock, log } = context
  const now = clock.now()
  const ids = await projects.setAsideBefore(when === 'start' ? now : now - keptMs)
  for (const projectId of ids)
    try {
      await forgetExports(parts, projectId)
      await forgetPlace(context, projectId)
      // Last: what is not here any more is not swept again.
      await turns(projectId, () => projects.remove(projectId))
      script.unanswered.delete(projectId)
    } catch (error) {
      // The next sweep tries again.
      log.warn('a removed book was not dropped', { projectId, failure: failureOf(error) })
    }
  if (ids.length > 0) await dropUnusedSources(context)
}
