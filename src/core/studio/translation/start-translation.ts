// Begins to translate a book: what is asked first, and then an edition made of the answers, or brought up to date.
import type { ScriptEstimate, TranslationRequest } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { estimateAsking } from '../script/estimate-asking.ts'
import type { KindOfBook } from '../script/items-of-book.ts'
import { startAsking } from '../script/start-asking.ts'
import type { StudioParts } from '../studio-parts.ts'
import { editionsOf } from './editions-of.ts'
import { makeEdition } from './make-edition.ts'
import { renewEdition } from './renew-edition.ts'
import { translationItems } from './translation-items.ts'

type Wish = Pick<TranslationRequest, 'projectId' | 'language' | 'glossary'>

/** Fails with `not-found`. */
export const estimateTranslation = (
  parts: StudioParts,
  wish: Wish,
  signal: AbortSignal,
): Promise<ScriptEstimate> => estimateAsking(parts, itemsOf(parts, wish, signal))

/** As `startAsking`, and with `same-language`. Lines without an answer come unspoken in the edition, and are asked about the next time. */
export async function startTranslation(
  parts: StudioParts,
  request: TranslationRequest,
  { asksFirst = false } = {},
): Promise<{ jobId: string }> {
  const { context, script } = parts
  const { projectId } = request
  const { language } = await context.projects.read(projectId)
  if (language === request.language) throw fail('same-language', { language })
  return startAsking(parts, {
    ...{ kind: 'translation', name: request.language, request, asksFirst },
    items: (signal) => itemsOf(parts, request, signal),
    async end(unanswered, running) {
      running.update({ stage: 'writing', etaSeconds: null })
      const original = await context.projects.read(projectId)
      const known = (await editionsOf(context.projects, projectId)).find(
        ({ language }) => language === request.language,
      )
      const id = known?.projectId ?? (await makeEdition(parts, original, request, running.signal))
      const wish = { ...request, isWhole: unanswered.length === 0 }
      if (known) await renewEdition(parts, original, id, wish, running.signal)
      script.unanswered.set(id, unanswered)
      script.answered()
      running.update({ editionId: id })
    },
  })
}

async function* itemsOf(
  { context }: StudioParts,
  { projectId, ...wish }: Wish,
  signal: AbortSignal,
): AsyncGenerator<KindOfBook> {
  const project = await context.projects.read(projectId)
  yield* translationItems(context, project, wish, signal)
}
