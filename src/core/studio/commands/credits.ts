// project.addCredits: opening and closing credits.
import { BookTags } from '../../../contract/index.ts'
import { withCredits, type CreditsMade } from '../document/add-credits.ts'
import { afterReplacing } from '../document/after-arranging.ts'
import { tagsOfBook } from '../export/book-tags.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

export function creditsCommands(parts: StudioParts): HandlersOf<'project.addCredits'> {
  const { context, changes } = parts
  const { projects } = context
  return {
    async 'project.addCredits'({ projectId, tags }) {
      // Outside the document's turn: the index of its voices may take long.
      const own = await tagsOfBook(parts, await projects.read(projectId))
      let made: CreditsMade | null = null
      const { revision } = await changes.apply(projectId, async (project) => {
        const told = BookTags.parse({ ...own, ...tags, language: project.language })
        const done = await withCredits(project, told, ({ firstPosition, segments }) =>
          projects.segments(projectId, firstPosition, segments),
        )
        made = done.made
        return { kind: 'several', changes: done.changes }
      })
      const { 'opening-credits': opening = 'kept', 'closing-credits': closing = 'kept' } =
        (made as CreditsMade | null) ?? {}
      const isMade = opening !== 'kept' || closing !== 'kept'
      const ended = isMade && (await afterReplacing(parts, projectId))
      return { opening, closing, revision, ended }
    },
  }
}
