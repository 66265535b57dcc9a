// What is asked about the delivery of lines: every line that is spoken, and what the book tells of it itself.
import type { Project, Tone } from '../../../contract/index.ts'
import { rulesOf } from '../../script/rules-of.ts'
import { itemKey } from '../../script/script-item.ts'
import { toldDelivery } from '../../script/told-delivery.ts'
import { chapterRows, hasWords, linesBeside, scenesOf, type ScriptContext } from './chapter-rows.ts'
import type { PlacedItem } from './placed-item.ts'

export type HowItem = PlacedItem & {
  kind: 'how'
  /** As the narration beside it tells; null where it does not. */
  told: Tone | null
  /** A person has said it already. */
  isSet: boolean
}

const before = 2
const behind = 1

export async function* howItems(
  context: ScriptContext,
  project: Project,
  chapterIds: readonly string[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<HowItem[]> {
  const rules = rulesOf('how')
  for await (const rows of chapterRows(context, project, chapterIds, signal)) {
    const scenes = scenesOf(rows)
    yield rows.flatMap((row, index): HowItem[] => {
      const { id, chapterId, position, text, kind, block, manner } = row
      if (kind === 'heading' || !hasWords(text)) return []
      const next = rows[index + 1]
      const item = {
        ...{ id, line: id, scene: scenes[index] ?? '', shown: { text } },
        before: linesBeside(rows, index - before, index),
        after: linesBeside(rows, index + 1, index + 1 + behind),
      }
      return [
        {
          kind: 'how',
          item,
          key: itemKey(rules, item),
          place: { segmentId: id, chapterId, position, text },
          told: next?.block === block ? toldDelivery(text, next.text, project.language) : null,
          isSet: manner?.delivery !== undefined || (manner?.isLocked ?? false),
        },
      ]
    })
  }
}
