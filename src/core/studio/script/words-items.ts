// What is asked about hard words: each once for a book, with the line in which it stands first.
import type { Project } from '../../../contract/index.ts'
import { createWordCensus } from '../../script/hard-words.ts'
import { rulesOf } from '../../script/rules-of.ts'
import { itemKey } from '../../script/script-item.ts'
import type { CommonDictionary } from '../document/common-dictionary.ts'
import { chapterRows, hasWords, lineAround, type ScriptContext } from './chapter-rows.ts'
import type { PlacedItem, Place } from './placed-item.ts'

export type WordItem = PlacedItem & { kind: 'words'; word: string; count: number }

/** Of a book, those that stand in most lines. */
const mostWords = 400
/** A line to understand it by. */
const longestLine = 400

/** What the book's dictionary or that of all books says already is not asked about. */
export async function wordItems(
  context: ScriptContext,
  project: Project,
  chapterIds: readonly string[] | undefined,
  dictionary: CommonDictionary,
  signal: AbortSignal,
): Promise<WordItem[]> {
  const known = new Set(
    [...project.dictionary, ...(await dictionary.entries())].map(({ word }) => word.toLowerCase()),
  )
  const census = createWordCensus(project.language)
  for await (const rows of chapterRows(context, project, chapterIds, signal))
    for (const { text } of rows) if (hasWords(text)) census.add(text)
  const hard = census.found(mostWords).filter(({ word }) => !known.has(word.toLowerCase()))
  const places = await placesOf(
    context,
    project,
    chapterIds,
    new Set(hard.map((it) => it.first)),
    signal,
  )
  const rules = rulesOf('words')
  return hard.flatMap(({ word, count, first }): WordItem[] => {
    const place = places.get(first)
    if (!place) return []
    const item = {
      ...{ id: word, line: word, scene: 'words' },
      shown: { word, text: lineAround(place.text, word, longestLine), language: project.language },
      before: [],
      after: [],
    }
    return [{ kind: 'words', item, key: itemKey(rules, item), place, word, count }]
  })
}

/** Only the lines wanted are kept: a book of any length needs no more. */
async function placesOf(
  context: ScriptContext,
  project: Project,
  chapterIds: readonly string[] | undefined,
  wanted: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<Map<number, Place>> {
  const places = new Map<number, Place>()
  let line = 0
  for await (const rows of chapterRows(context, project, chapterIds, signal))
    for (const { id, chapterId, position, text } of rows) {
      if (!hasWords(text)) continue
      if (wanted.has(line)) places.set(line, { segmentId: id, chapterId, position, text })
      line += 1
    }
  return places
}
