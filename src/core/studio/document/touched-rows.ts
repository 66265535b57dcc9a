// Which rows of a book may be heard with another take after a change: no more of them are looked up.
import type { DictionaryEntry, OneChange, Project, RowFilter } from '../../../contract/index.ts'
import { canonicalJson, type Json } from '../../base/digest.ts'
import { assertNever } from '../../base/invariant.ts'

/** Segments by id, rows that a filter finds, or all of them. */
export type Touched = {
  ids: string[]
  found: RowFilter[]
  all: boolean
  /** Their sound stays, but what a person sees of them is another. */
  shown: string[]
}

/** With more words than these it is quicker to look at every row. */
const mostWords = 20
/** Other values of a row change nothing that its voice is asked for. */
const heardValues = ['speaker', 'rate', 'delivery', 'isLocked', 'isSaidByHand'] as const

const nothing: Touched = { ids: [], found: [], all: false, shown: [] }
const everything: Touched = { ...nothing, all: true }
const these = (ids: string[]): Touched => ({ ...nothing, ids })

/** `before` and `after`: the project around the change, or around the step that it is a part of. */
export function touchedRows(before: Project, after: Project, change: OneChange): Touched {
  switch (change.kind) {
    case 'voice-cast':
    case 'fallback-allowed':
      return everything
    case 'cast-changed':
      return { ...nothing, found: othersOf(before, after).map((speaker) => ({ speaker })) }
    case 'dictionary-changed':
      return wordsTouched(before.dictionary, after.dictionary)
    case 'chapters-ticked':
    case 'chapters-arranged':
    case 'sound-shaped':
    case 'book-described':
    case 'music-placed':
    case 'translation-told':
    case 'description-told':
      return nothing
    case 'lines-left-out':
      return these(change.lines.map(({ segmentId }) => segmentId))
    case 'rows-replaced':
      return these(change.stretches.flatMap(({ rows }) => rows.map(({ id }) => id)))
    case 'segments-set': {
      const isHeard = ({ set }: (typeof change.rows)[number]) =>
        heardValues.some((name) => name in set)
      const idsOf = (rows: typeof change.rows) => rows.map(({ segmentId }) => segmentId)
      return {
        ...these(idsOf(change.rows.filter(isHeard))),
        shown: idsOf(change.rows.filter((row) => !isHeard(row))),
      }
    }
    case 'segment-edited':
      return these([change.segmentId])
    case 'takes-pinned':
      return these(change.takes.map(({ segmentId }) => segmentId))
    default:
      return assertNever(change)
  }
}

/** Characters that speak with another voice. */
function othersOf(before: Project, after: Project): string[] {
  const voices = ({ cast, voice }: Project) => {
    const own = new Map(cast.map((character) => [character.id, character.voice ?? voice]))
    return (id: string) => own.get(id) ?? voice
  }
  const [was, is] = [voices(before), voices(after)]
  const ids = new Set([...before.cast, ...after.cast].map(({ id }) => id))
  return [...ids].filter((id) => was(id) !== is(id))
}

/** Rows with words of entries that one dictionary has and the other has not. */
export function wordsTouched(
  before: readonly DictionaryEntry[],
  after: readonly DictionaryEntry[],
): Touched {
  const keyed = (entries: readonly DictionaryEntry[]) =>
    new Map(entries.map(({ id: _, ...entry }) => [canonicalJson(entry as Json), entry]))
  const [was, is] = [keyed(before), keyed(after)]
  const others = [
    ...[...was].filter(([key]) => !is.has(key)),
    ...[...is].filter(([key]) => !was.has(key)),
  ].map(([, entry]) => entry)
  const words = new Set(others.map(({ word }) => word))
  if (words.size > mostWords) return everything
  return { ...nothing, found: [...words].map(wordIn) }
}

/** Finds all the rows that an entry for this word could speak to, however it minds its case and its edges. */
export const wordIn = (word: string): RowFilter => ({
  query: { words: word, isCaseSensitive: false, isWholeWord: false },
})

export const together = (all: readonly Touched[]): Touched => ({
  ids: [...new Set(all.flatMap(({ ids }) => ids))],
  found: all.flatMap(({ found }) => found),
  all: all.some((each) => each.all),
  shown: [...new Set(all.flatMap(({ shown }) => shown))],
})
