// place.*: where a person was in a book.
import type { HandlersOf } from '../handlers.ts'
import { keepPlace, readPlace } from '../document/kept-place.ts'
import type { StudioParts } from '../studio-parts.ts'

export function placeCommands({ context }: StudioParts): HandlersOf<'place.read' | 'place.keep'> {
  return {
    'place.read': async ({ projectId }) => ({ place: await readPlace(context, projectId) }),
    async 'place.keep'({ projectId, place }) {
      // A book that is gone must leave nothing behind.
      await context.projects.read(projectId)
      await keepPlace(context, projectId, place)
      return {}
    },
  }
}
