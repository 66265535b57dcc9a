// cast.*: the characters of a book, and who says which lines.
import { mostCharacters } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { changedList } from '../changed-list.ts'
import type { HandlersOf } from '../handlers.ts'
import { rowById } from '../project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'
import { targetRows } from '../target-rows.ts'

export function castCommands(parts: StudioParts): HandlersOf<'cast.change' | 'cast.assignAlike'> {
  const { context, changes, voices } = parts
  const { projects } = context
  return {
    async 'cast.change'({ projectId, put, remove }) {
      for (const { voice } of put) if (voice !== null) await voices.find(voice)
      await changes.apply(projectId, ({ cast }) => {
        const next = changedList(cast, put, remove)
        if (next.length > mostCharacters)
          throw fail('arguments-invalid', { command: 'cast.change' })
        // Lines of who is gone fall to the narrator, and are his again when that is taken back.
        return { kind: 'cast-changed', cast: next }
      })
      return {}
    },
    async 'cast.assignAlike'({ projectId, segmentId, speaker }) {
      let count = 0
      await changes.apply(projectId, async (project) => {
        const { manner } = await rowById(projects, projectId, segmentId)
        const filter = { speaker: manner?.speaker ?? null }
        const rows = await targetRows(parts, project, { kind: 'found', filter })
        count = rows.length
        return {
          kind: 'segments-set',
          rows: rows.map(({ id }) => ({ segmentId: id, set: { speaker } })),
        }
      })
      return { count }
    },
  }
}
