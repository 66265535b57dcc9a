// The dictionary at work: words of a text that are said as a person wants them said.
import type { DictionaryEntry, SpokenPart, SpokenText } from '../../contract/index.ts'
import { expressionOf, patternOf } from '../../contract/text-match.ts'
import { spokenLength, spokenPlace } from './spoken-place.ts'

export type Pronouncer = {
  /** The words of a display text that stand in the dictionary: the longest first where two begin together. */
  find(text: string): { from: number; to: number; entry: DictionaryEntry }[]
  /** Spoken text as the dictionary has it; the same one where none of its words stands in the text. */
  pronounce(text: string, said: SpokenText): SpokenText
}

const nothing: Pronouncer = { find: () => [], pronounce: (_text, said) => said }

/** BCP 47's primary subtag. */
const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

/**
 * For books of one language. Entries of `book` go before those of `everywhere`. One expression finds all
 * words, so that a row without any costs one look.
 */
export function createPronouncer(
  book: readonly DictionaryEntry[],
  everywhere: readonly DictionaryEntry[],
  language: string,
): Pronouncer {
  const entries = [...book, ...everywhere]
    .filter((entry) => entry.language === null || entry.language === primary(language))
    .toSorted((a, b) => b.word.length - a.word.length)
  if (entries.length === 0) return nothing
  const any = new RegExp(
    entries.map((entry) => `(?:${patternOf(queryOf(entry))})`).join('|'),
    'giu',
  )
  const exact = entries.map((entry) => {
    const { source, flags } = expressionOf(queryOf(entry))
    return { entry, expression: new RegExp(source, flags.replace('g', 'y')) }
  })

  const find: Pronouncer['find'] = (text) => {
    const found: ReturnType<Pronouncer['find']> = []
    any.lastIndex = 0
    for (let match = any.exec(text); match; match = any.exec(text)) {
      const from = match.index
      const hit = exact.flatMap(({ entry, expression }) => {
        expression.lastIndex = from
        const here = expression.exec(text)
        return here ? [{ from, to: from + here[0].length, entry }] : []
      })[0]
      if (hit) found.push(hit)
      any.lastIndex = hit ? hit.to : from + 1
    }
    return found
  }
  return {
    find,
    pronounce(text, said) {
      const found = find(text)
      return found.length === 0 ? said : sayInstead(said, found)
    },
  }
}

const queryOf = ({ word, isCaseSensitive, isWholeWord }: DictionaryEntry) => ({
  words: word,
  isCaseSensitive,
  isWholeWord,
})

type Found = ReturnType<Pronouncer['find']>[number]

/** What is said otherwise already, and what has its own phonemes, gives way to the entry as a whole. */
function sayInstead(said: SpokenText, found: readonly Found[]): SpokenText {
  const length = spokenLength(said.spoken)
  const places = found
    .map(({ from, to, entry }) => ({
      from: spokenPlace(said.map, from, length),
      to: spokenPlace(said.map, to, length),
      shown: from,
      shownEnd: to,
      entry,
    }))
    // A word that is left unsaid stays so.
    .filter(({ from, to }) => to > from)
  const spoken: SpokenPart[] = []
  const map = [...said.map]
  let begins = 0
  let next = 0
  const put = (part: SpokenPart) => {
    const last = spoken.at(-1)
    const isPlain = 'text' in part && !('ipa' in part)
    if (isPlain && last && 'text' in last && !('ipa' in last)) last.text += part.text
    else spoken.push({ ...part })
  }
  for (const part of said.spoken) {
    if (!('text' in part)) {
      put(part)
      continue
    }
    const ends = begins + part.text.length
    let at = begins
    for (; next < places.length && (places[next] as Place).from < ends; next += 1) {
      const { from, to, entry } = places[next] as Place
      if (from > at) put(slice(part, begins, at, from))
      put(entry.ipa === undefined ? { text: entry.say } : { ipa: entry.ipa, text: entry.say })
      at = Math.max(at, to)
    }
    if (at < ends) put(slice(part, begins, at, ends))
    begins = Math.max(ends, at)
  }
  return { spoken, map: mapWith(map, places, length) }
}

type Place = { from: number; to: number; shown: number; shownEnd: number; entry: DictionaryEntry }

const slice = (part: SpokenPart & { text: string }, begins: number, from: number, to: number) => ({
  ...part,
  text: part.text.slice(from - begins, to - begins),
})

/** Anchors behind each entry move with it; those inside it fall away. */
function mapWith(
  map: SpokenText['map'],
  places: readonly Place[],
  length: number,
): SpokenText['map'] {
  const anchors: [number, number][] = []
  let moved = 0
  let at = 0
  for (const { from, to, shown, shownEnd, entry } of [
    ...places,
    { from: length, to: length, shown: 0, shownEnd: 0, entry: null },
  ]) {
    for (const [said, display] of map)
      if (said >= at && said < from) anchors.push([said + moved, display])
    if (!entry) continue
    anchors.push([from + moved, shown])
    moved += entry.say.length - (to - from)
    at = to
    if (to < length && !map.some(([said]) => said === to)) anchors.push([to + moved, shownEnd])
  }
  return anchors.filter(([said], index) => index === 0 || said > (anchors[index - 1]?.[0] ?? -1))
}
