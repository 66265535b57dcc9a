// The dictionary at work: words of a text that are said as a person wants them said.
import {
  primaryOf,
  type DictionaryEntry,
  type SpokenPart,
  type SpokenText,
} from '../../contract/index.ts'
import { createWordFinder, type FoundWord } from './find-words.ts'
import {
  ascending,
  rewrittenOf,
  spokenLength,
  spokenPlace,
  type Rewritten,
} from './spoken-place.ts'

export type Pronouncer = {
  /** The words of a display text that stand in the dictionary: the longest first where two begin together. */
  find(text: string): FoundWord[]
  /** Spoken text as the dictionary has it; the same one where none of its words stands in the text. */
  pronounce(text: string, said: SpokenText): SpokenText
}

const nothing: Pronouncer = { find: () => [], pronounce: (_text, said) => said }

/** For books of one language. Entries of `book` go before those of `everywhere`. */
export function createPronouncer(
  book: readonly DictionaryEntry[],
  everywhere: readonly DictionaryEntry[],
  language: string,
): Pronouncer {
  const entries = [...book, ...everywhere]
    .filter((entry) => entry.language === null || entry.language === primaryOf(language))
    .toSorted((a, b) => b.word.length - a.word.length)
  if (entries.length === 0) return nothing
  const find = createWordFinder(entries)
  return {
    find,
    pronounce(text, said) {
      const found = find(text)
      if (found.length === 0) return said
      const places = placesOf(text, said, found)
      return places.length === 0 ? said : sayInstead(said, places, text.length)
    },
  }
}

/** What is said at a place of the display text. */
type Piece = { part: SpokenPart & { text: string }; shown: number }
/** A stretch of the spoken text that gives way to the pieces; the same stretch of the display text. */
type Place = { from: number; to: number; shownEnd: number; pieces: Piece[] }

/**
 * Where words are said otherwise already, a number and its unit perhaps, they give way as a whole: the
 * entry is said between them as they are written.
 */
function placesOf(text: string, said: SpokenText, found: readonly FoundWord[]): Place[] {
  const rewritten = rewrittenOf(text, said)
  const length = spokenLength(said.spoken)
  const covers: { from: number; to: number; words: FoundWord[] }[] = []
  for (const word of found) {
    const cover = coverOf(word, rewritten)
    const last = covers.at(-1)
    if (last && cover.from < last.to) {
      last.to = Math.max(last.to, cover.to)
      last.words.push(word)
    } else covers.push({ ...cover, words: [word] })
  }
  return (
    covers
      .map(({ from, to, words }) => ({
        from: placeOf(from, said, rewritten, length),
        to: placeOf(to, said, rewritten, length),
        shownEnd: to,
        pieces: piecesOf(text, from, to, words),
      }))
      // A word that is left unsaid stays so.
      .filter((place) => place.to > place.from)
  )
}

function coverOf({ from, to }: FoundWord, rewritten: readonly Rewritten[]) {
  const cover = { from, to }
  for (const { shown, shownEnd, said, saidEnd } of rewritten) {
    // Signs that are only left out are no word of their own.
    if (said === saidEnd && shown >= from && shownEnd <= to) continue
    if (shown >= to || shownEnd <= from) continue
    cover.from = Math.min(cover.from, shown)
    cover.to = Math.max(cover.to, shownEnd)
  }
  return cover
}

/** At an edge of what is said otherwise, its own edge. */
const placeOf = (
  display: number,
  { map }: SpokenText,
  rewritten: readonly Rewritten[],
  length: number,
): number =>
  rewritten.find(({ shown }) => shown === display)?.said ??
  rewritten.findLast(({ shownEnd }) => shownEnd === display)?.saidEnd ??
  spokenPlace(map, display, length)

function piecesOf(text: string, from: number, to: number, words: readonly FoundWord[]): Piece[] {
  const pieces: Piece[] = []
  const written = (at: number, before: number) => {
    if (before > at) pieces.push({ part: { text: text.slice(at, before) }, shown: at })
  }
  let at = from
  for (const { entry, ...word } of words) {
    written(at, word.from)
    const { ipa, say } = entry
    pieces.push({ part: ipa === undefined ? { text: say } : { ipa, text: say }, shown: word.from })
    at = word.to
  }
  written(at, to)
  return pieces
}

/** What has its own phonemes gives way as far as it is covered. */
function sayInstead(said: SpokenText, places: readonly Place[], shownLength: number): SpokenText {
  const lengths = { length: spokenLength(said.spoken), shownLength }
  const spoken: SpokenPart[] = []
  const put = (part: SpokenPart) => {
    const last = spoken.at(-1)
    const isPlain = 'text' in part && !('ipa' in part)
    if (isPlain && last && 'text' in last && !('ipa' in last)) last.text += part.text
    else spoken.push({ ...part })
  }
  let begins = 0
  let next = 0
  let at = 0
  for (const part of said.spoken) {
    if (!('text' in part)) {
      put(part)
      continue
    }
    const ends = begins + part.text.length
    for (let place = places[next]; place && place.from < ends; place = places[(next += 1)]) {
      if (place.from > at) put(slice(part, begins, at, place.from))
      for (const piece of place.pieces) put(piece.part)
      at = place.to
    }
    if (at < ends) put(slice(part, begins, at, ends))
    at = Math.max(at, ends)
    begins = ends
  }
  return { spoken, map: mapWith(said.map, places, lengths) }
}

const slice = (part: SpokenPart & { text: string }, begins: number, from: number, to: number) => ({
  ...part,
  text: part.text.slice(from - begins, to - begins),
})

/** Anchors behind each place move with it; those inside it give way to its own. */
function mapWith(
  map: SpokenText['map'],
  places: readonly Place[],
  { length, shownLength }: { length: number; shownLength: number },
): SpokenText['map'] {
  const anchors: [number, number][] = []
  let moved = 0
  let at = 0
  const keep = (before: number) => {
    for (const [said, display] of map)
      if (said >= at && said < before) anchors.push([said + moved, display])
  }
  for (const { from, to, shownEnd, pieces } of places) {
    keep(from)
    let place = from + moved
    for (const { part, shown } of pieces) {
      anchors.push([place, shown])
      place += part.text.length
    }
    moved = place - to
    at = to
    if (to < length && !map.some(([said]) => said === to)) anchors.push([place, shownEnd])
  }
  keep(length)
  return ascending(anchors, shownLength)
}
