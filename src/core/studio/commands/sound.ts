// sound.*, *.level*: what a finished audio file measures, and how loud chapters are.
import { FailureError } from '../../base/failure-error.ts'
import { usualGains } from '../chapter-loudness.ts'
import { checkSound } from '../check-sound.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

export function soundCommands(
  parts: StudioParts,
): HandlersOf<'sound.check' | 'chapter.level' | 'project.levelChapters'> {
  const { context, changes } = parts
  const { tickets, scope } = context
  /** A file that was chosen to be measured, or one that an export has finished. */
  const pathOf = (ticket: string): string => {
    try {
      return tickets.peek('finished', ticket).path
    } catch (error) {
      if (error instanceof FailureError) return tickets.take('sound', ticket).path
      throw error
    }
  }
  return {
    'sound.check': ({ ticket }) => checkSound(context, pathOf(ticket), scope.signal),
    async 'chapter.level'({ projectId, ...gain }) {
      await changes.apply(projectId, ({ sound }) => ({
        ...{ kind: 'sound-shaped', sound, gains: [gain] },
      }))
      return {}
    },
    async 'project.levelChapters'({ projectId, chapterIds }) {
      let levelled = 0
      await changes.apply(projectId, async (project) => {
        const gains = await usualGains(parts, project, chapterIds, scope.signal)
        levelled = gains.length
        return { kind: 'sound-shaped', sound: project.sound, gains }
      })
      return { levelled }
    },
  }
}
