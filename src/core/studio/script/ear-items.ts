// What is asked about lines made for the eye: those alone, with the lines around them.
import type { Project } from '../../../contract/index.ts'
import { isHardToHear } from '../../script/hard-to-hear.ts'
import { rulesOf } from '../../script/rules-of.ts'
import { itemKey } from '../../script/script-item.ts'
import { chapterRows, linesBeside, scenesOf, type ScriptContext } from './chapter-rows.ts'
import type { PlacedItem } from './placed-item.ts'

const before = 2
const behind = 2

/** What a person has written to be said is not asked about. */
export async function* earItems(
  context: ScriptContext,
  project: Project,
  chapterIds: readonly string[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<PlacedItem[]> {
  const rules = rulesOf('ear')
  for await (const rows of chapterRows(context, project, chapterIds, signal)) {
    const scenes = scenesOf(rows)
    yield rows.flatMap((row, index): PlacedItem[] => {
      const { id, chapterId, position, text, manner } = row
      const isSet = manner?.isSaidByHand || manner?.isLocked
      if (isSet || !isHardToHear(text)) return []
      const item = {
        ...{ id, line: id, scene: scenes[index] ?? '', shown: { text } },
        before: linesBeside(rows, index - before, index),
        after: linesBeside(rows, index + 1, index + 1 + behind),
      }
      const place = { segmentId: id, chapterId, position, text }
      return [{ kind: 'ear', item, key: itemKey(rules, item), place }]
    })
  }
}
