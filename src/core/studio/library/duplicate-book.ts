// A book once more, to try something else with: its document, its pictures and its takes, and no history.
import { discardUnfinished } from './discard-unfinished.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Answers with the copy's id when all of it is there; else nothing is. Fails with `not-found`. */
export async function duplicateBook(
  { context, changes }: StudioParts,
  projectId: string,
  title: string,
): Promise<string> {
  const { projects, takes, clock, newId } = context
  await projects.read(projectId)
  const id = newId()
  // Begun first: what a crash leaves of it is found and released at the next start.
  await projects.begin(id)
  try {
    await takes.referLike(id, projectId)
    await projects.copy(projectId, { id, title, at: clock.now() })
  } catch (error) {
    await discardUnfinished(context, id)
    throw error
  }
  await changes.summarise(id)
  return id
}
