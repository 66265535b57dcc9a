// project.*, as books stand in the library: described, copied, put away, removed and taken back.
import { describeBook } from '../document/describe-book.ts'
import { duplicateBook } from '../library/duplicate-book.ts'
import type { HandlersOf } from '../handlers.ts'
import { startSaving } from '../library/save-book.ts'
import { setAside, takeBack } from '../library/set-aside.ts'
import type { StudioParts } from '../studio-parts.ts'

export function shelfCommands(
  parts: StudioParts,
): HandlersOf<
  | 'project.remove'
  | 'project.restore'
  | 'project.archive'
  | 'project.describe'
  | 'project.duplicate'
  | 'project.save'
> {
  const { context, changes } = parts
  const { projects, clock } = context
  return {
    async 'project.remove'({ projectId }) {
      await setAside(parts, projectId)
      return {}
    },
    async 'project.restore'({ projectId }) {
      await takeBack(parts, projectId)
      return {}
    },
    async 'project.archive'({ projectId, archived }) {
      await projects.read(projectId)
      await projects.archive(projectId, archived ? clock.now() : null)
      await changes.summarise(projectId)
      return {}
    },
    'project.describe': (wish) => describeBook(parts, wish),
    async 'project.save'({ projectId, ticket }) {
      const place = context.tickets.take('target', ticket)
      try {
        return await startSaving(parts, projectId, place)
      } catch (error) {
        await place.release()
        throw error
      }
    },
    'project.duplicate': async ({ projectId, title }) => ({
      projectId: await duplicateBook(parts, projectId, title),
    }),
  }
}
