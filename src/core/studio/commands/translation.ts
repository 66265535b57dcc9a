// translation.*: editions of a book in other languages.
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'
import { editionsOf } from '../translation/editions-of.ts'
import { estimateTranslation, startTranslation } from '../translation/start-translation.ts'

export function translationCommands(
  parts: StudioParts,
): HandlersOf<'translation.estimate' | 'translation.start' | 'translation.editions'> {
  const { projects, scope } = parts.context
  return {
    'translation.estimate': (wish) => estimateTranslation(parts, wish, scope.signal),
    'translation.start': (request) => startTranslation(parts, request),
    async 'translation.editions'({ projectId }) {
      return { editions: await editionsOf(projects, projectId) }
    },
  }
}
