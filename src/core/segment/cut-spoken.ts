// Spoken text in two, where its display text is cut; and two as one, where display texts are joined.
import type { Segment, SourceMap, SpokenPart, SpokenText } from '../../contract/index.ts'
import { ascending, rewrittenOf, spokenLength, spokenLetters, spokenPlace } from './spoken-place.ts'

type Said = Pick<Segment, 'text' | 'spoken' | 'map' | 'normalised'>
type SaidOfPart = Omit<Said, 'text'>

/** What is said of the display text before `at`, and from it on; each with its own map. */
export function cutSaid(
  { text, spoken, map, normalised }: Said,
  at: number,
): [SaidOfPart, SaidOfPart] {
  const cut = (said: SpokenText, place: number) => cutSpoken(text, said, place, at)
  const [left, right] = cut({ spoken, map }, placeOfCut(text, { spoken, map }, at))
  if (!normalised) return [left, right]
  // Where one part is but a sign, its word is said with the other.
  const length = spokenLength(normalised.spoken)
  const sign = left.spoken.length === 0 ? 0 : right.spoken.length === 0 ? length : null
  const [normalisedLeft, normalisedRight] = cut(
    normalised,
    sign ?? placeOfCut(text, normalised, at),
  )
  return [
    { ...left, ...(differs(left, normalisedLeft) && { normalised: normalisedLeft }) },
    { ...right, ...(differs(right, normalisedRight) && { normalised: normalisedRight }) },
  ]
}

/**
 * The same of words that a person has written, which run beside the text in no known way: between two of
 * them, as far on as the cut. With one word alone, one of the parts says nothing.
 */
export function cutByHand(
  { text, spoken, map }: Pick<Said, 'text' | 'spoken' | 'map'>,
  at: number,
): [SaidOfPart, SaidOfPart] {
  const letters = spokenLetters(spoken)
  const edges = wordEdges(letters, 0, letters.length)
  const inner = edges.filter((edge) => edge > 0 && edge < letters.length)
  const place = nearest(inner.length > 0 ? inner : edges, (letters.length * at) / text.length)
  return cutSpoken(text, { spoken, map }, place, at)
}

/** The second one's display text begins `shownLength` behind the first one's beginning. */
export function joinSaid(first: SaidOfPart, second: SaidOfPart, shownLength: number): SaidOfPart {
  const plain = joinSpoken(first, second, shownLength)
  if (!first.normalised && !second.normalised) return plain
  const normalised = joinSpoken(first.normalised ?? first, second.normalised ?? second, shownLength)
  return { ...plain, normalised }
}

const differs = (one: SpokenText, other: SpokenText): boolean =>
  JSON.stringify(one.spoken) !== JSON.stringify(other.spoken)

/** Inside of what is said otherwise than it is written the cut is between two words of it. */
function placeOfCut(text: string, said: SpokenText, at: number): number {
  const inside = rewrittenOf(text, said).find(({ shown, shownEnd }) => shown < at && at < shownEnd)
  if (!inside) return spokenPlace(said.map, at, spokenLength(said.spoken))
  const edges = wordEdges(spokenLetters(said.spoken), inside.said, inside.saidEnd)
  const share = (at - inside.shown) / (inside.shownEnd - inside.shown)
  return nearest(edges, inside.said + share * (inside.saidEnd - inside.said))
}

/** Where words begin between two places, and these. */
const wordEdges = (letters: string, from: number, to: number): number[] => [
  from,
  ...[...letters.slice(from, to).matchAll(/(?<=\s)\S/gu)].map(({ index }) => from + index),
  to,
]

const nearest = (places: readonly number[], wanted: number): number =>
  places.reduce((best, place) =>
    Math.abs(place - wanted) < Math.abs(best - wanted) ? place : best,
  )

/** Before `place` of the spoken text, which is `at` of the display text. */
function cutSpoken(
  text: string,
  { spoken, map }: SpokenText,
  place: number,
  at: number,
): [SpokenText, SpokenText] {
  const left: SpokenPart[] = []
  const right: SpokenPart[] = []
  let begins = 0
  for (const part of spoken) {
    const length = 'text' in part ? part.text.length : 0
    const cut = place - begins
    begins += length
    if (cut >= length && (length > 0 || cut > 0)) left.push(part)
    else if (cut <= 0 || !('text' in part)) right.push(part)
    // What has its own phonemes is one thing.
    else if ('ipa' in part) left.push(part)
    else {
      left.push({ text: part.text.slice(0, cut) })
      right.push({ text: part.text.slice(cut) })
    }
  }
  const begun = spokenLength(left)
  const before = map.filter(([said]) => said < begun)
  return [
    trimmed({ spoken: left, map: before }, at),
    trimmed({ spoken: right, map: mapFrom(map, begun, at) }, text.length - at),
  ]
}

/** A map counted from a cut; what crosses it leads to where the second part begins. */
function mapFrom(map: SourceMap, said: number, shown: number): SourceMap {
  const before = map.findLast(([place]) => place <= said) ?? [0, 0]
  const first = Math.max(0, before[1] + said - before[0] - shown)
  const behind = map.filter(([place, display]) => place > said && display >= shown)
  const moved = behind.map(([place, display]): [number, number] => [place - said, display - shown])
  // What is said may be longer than what is shown: it leads no further than to what comes next.
  return [[0, Math.min(first, Math.max(0, (moved[0]?.[1] ?? Infinity) - 1))], ...moved]
}

/** Without white space around it; nothing where no letter or digit is left. */
function trimmed({ spoken, map }: SpokenText, shownLength: number): SpokenText {
  if (!/[\p{L}\p{N}]/u.test(spokenLetters(spoken))) return { spoken: [], map: [] }
  const letters = spokenLetters(spoken)
  const space = letters.length - letters.trimStart().length
  const end = letters.trimEnd().length
  const parts: SpokenPart[] = []
  let begins = 0
  for (const part of spoken) {
    if (!('text' in part)) {
      parts.push(part)
      continue
    }
    const text = part.text.slice(Math.max(0, space - begins), Math.max(0, end - begins))
    begins += part.text.length
    if (text !== '') parts.push({ ...part, text })
  }
  const moved = map
    .filter(([said]) => said < end)
    .map(([said, shown]): [number, number] =>
      said < space ? [0, shown + space - said] : [said - space, shown],
    )
  const last = moved.filter(([said], index) => moved[index + 1]?.[0] !== said)
  return { spoken: parts, map: ascending(last, shownLength) }
}

function joinSpoken(first: SpokenText, second: SpokenText, shownLength: number): SpokenText {
  if (second.spoken.length === 0) return { spoken: first.spoken, map: first.map }
  const moved = (said: number) =>
    second.map.map(([s, d]): [number, number] => [s + said, d + shownLength])
  if (first.spoken.length === 0) return { spoken: second.spoken, map: moved(0) }
  const spoken: SpokenPart[] = []
  // Plain texts are one; a space stands between whatever else meets.
  for (const part of [...first.spoken, { text: ' ' }, ...second.spoken]) {
    const last = spoken.at(-1)
    const isPlain = 'text' in part && !('ipa' in part)
    if (isPlain && last && 'text' in last && !('ipa' in last))
      spoken[spoken.length - 1] = { text: last.text + part.text }
    else spoken.push(part)
  }
  const [lastSaid, lastShown] = first.map.at(-1) ?? [0, 0]
  const behind = moved(spokenLength(first.spoken) + 1)
  // Where the texts run on in parallel no anchor is needed.
  const isParallel = behind[0] && behind[0][0] - lastSaid === behind[0][1] - lastShown
  return { spoken, map: [...first.map, ...(isParallel ? behind.slice(1) : behind)] }
}
