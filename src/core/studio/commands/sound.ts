// sound.*, *.level*: what a finished audio file measures, and how loud chapters are.
import { FailureError } from '../../base/failure-error.ts'
import { usualGains } from '../export/chapter-loudness.ts'
import { checkSound } from '../export/check-sound.ts'
import type { Ticketed } from '../../ports/tickets.ts'
import { compareSound } from '../export/compare-sound.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

export function soundCommands(
  parts: StudioParts,
): HandlersOf<'sound.check' | 'sound.compare' | 'chapter.level' | 'project.levelChapters'> {
  const { context, changes } = parts
  const { tickets, scope } = context
  /** A file that was chosen to be measured, or one that an export has finished. */
  const fileOf = (ticket: string): Pick<Ticketed, 'path' | 'release'> => {
    try {
      return { path: tickets.peek('finished', ticket).path, release: async () => {} }
    } catch (error) {
      if (error instanceof FailureError) return tickets.take('book', ticket)
      throw error
    }
  }
  return {
    async 'sound.check'({ ticket }) {
      const { path, release } = fileOf(ticket)
      try {
        return await checkSound(context, path, scope.signal)
      } finally {
        await release()
      }
    },
    'sound.compare': (asked) => compareSound(parts, asked),
    async 'chapter.level'({ projectId, ...gain }) {
      await changes.apply(projectId, ({ sound }) => ({
        ...{ kind: 'sound-shaped', sound, gains: [gain] },
      }))
      return {}
    },
    async 'project.levelChapters'({ projectId, chapterIds }) {
      const book = await context.projects.read(projectId)
      // Looked through before the change: meanwhile others may make theirs.
      const found = await usualGains(parts, book, chapterIds, scope.signal)
      let levelled = 0
      await changes.apply(projectId, ({ sound, chapters }) => {
        const gains = found.filter(({ chapterId }) => chapters.some(({ id }) => id === chapterId))
        levelled = gains.length
        return { kind: 'sound-shaped', sound, gains }
      })
      return { levelled }
    },
  }
}
