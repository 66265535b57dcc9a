// Whom a book names: read once for each state of the book, for everything that asks.
import type { Project } from '../../../contract/index.ts'
import { noNames, type CastState } from '../../cast/cast-state.ts'
import { castChapters } from '../cast/find-cast.ts'
import type { StudioContext } from '../studio-context.ts'

/** Goes on whoever is cancelled: others may wait for the same. */
export type BookNames = { of(project: Project): Promise<CastState> }

/** Of the book seen last. */
export function createBookNames(
  context: Pick<StudioContext, 'projects' | 'clock' | 'scope'>,
): BookNames {
  let last: { book: string; names: Promise<CastState> } | null = null
  const read = async (project: Project): Promise<CastState> => {
    let found = noNames
    for await (const { state } of castChapters(context, project, context.scope.signal))
      found = state
    return found
  }
  return {
    of(project) {
      const book = `${project.id} ${project.revision}`
      if (last?.book === book) return last.names
      const entry = { book, names: read(project) }
      last = entry
      entry.names.catch(() => {
        if (last === entry) last = null
      })
      return entry.names
    },
  }
}
