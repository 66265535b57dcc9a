// Begins to ask for the script of a book.
import type { ScriptEstimate, ScriptRequest } from '../../../contract/index.ts'
import type { StudioParts } from '../studio-parts.ts'
import { estimateAsking } from './estimate-asking.ts'
import { itemsOfBook, type KindOfBook } from './items-of-book.ts'
import { startAsking } from './start-asking.ts'

type Wish = Pick<ScriptRequest, 'projectId' | 'kinds' | 'chapterIds'>

/** Fails with `not-found`. */
export const estimateScript = (
  parts: StudioParts,
  wish: Wish,
  signal: AbortSignal,
): Promise<ScriptEstimate> => estimateAsking(parts, itemsOf(parts, wish, signal))

/** As `startAsking`. */
export function startScript(
  parts: StudioParts,
  request: ScriptRequest,
  { asksFirst = false } = {},
): Promise<{ jobId: string }> {
  const { script } = parts
  const { projectId } = request
  return startAsking(parts, {
    ...{ kind: 'script', request, asksFirst },
    items: (signal) => itemsOf(parts, request, signal),
    end(unanswered) {
      script.unanswered.set(projectId, unanswered)
      script.answered()
    },
  })
}

async function* itemsOf(
  parts: StudioParts,
  { projectId, kinds, chapterIds }: Wish,
  signal: AbortSignal,
): AsyncGenerator<KindOfBook> {
  const project = await parts.context.projects.read(projectId)
  yield* itemsOfBook(parts, project, kinds, chapterIds, signal)
}
