// Places in spoken text by places in the display text, along the map that leads from one to the other.
import type { SourceMap, SpokenPart, SpokenText } from '../../contract/index.ts'

/** UTF-16 units of text; a pause has none. */
export const spokenLength = (spoken: readonly SpokenPart[]): number =>
  spoken.reduce((sum, part) => sum + ('text' in part ? part.text.length : 0), 0)

/** All that is said, in letters. */
export const spokenLetters = (spoken: readonly SpokenPart[]): string =>
  spoken.map((part) => ('text' in part ? part.text : '')).join('')

/**
 * The spoken offset of a display offset, both in UTF-16 units; `length` is the spoken text's. A place
 * before which something is left out is the place behind it.
 */
export function spokenPlace(map: SourceMap, display: number, length: number): number {
  let at = -1
  while (at + 1 < map.length && (map[at + 1]?.[1] ?? 0) <= display) at += 1
  const [said, shown] = map[at] ?? [0, display]
  return Math.min(said + display - shown, map[at + 1]?.[0] ?? length, length)
}

/** The display offset of a spoken offset: of what is said otherwise, a place within what is shown for it. */
export function shownPlace(map: SourceMap, said: number, length: number): number {
  let at = -1
  while (at + 1 < map.length && (map[at + 1]?.[0] ?? 0) <= said) at += 1
  const [from, shown] = map[at] ?? [0, 0]
  return Math.max(shown, Math.min(shown + said - from, (map[at + 1]?.[1] ?? length) - 1))
}

/** Where something is said otherwise than it is written; UTF-16 units of the two texts, ends exclusive. */
export type Rewritten = { shown: number; shownEnd: number; said: number; saidEnd: number }

const isLetter = (text: string, at: number): boolean => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at))

/** One white space is as good as another. */
const isSame = (one: string, other: string): boolean =>
  one === other || (/\s/.test(one) && /\s/.test(other))

/**
 * What lies between two anchors runs in parallel up to where one text is said otherwise: from there on,
 * from the beginning of that word.
 */
export function rewrittenOf(text: string, { spoken, map }: SpokenText): Rewritten[] {
  const letters = spokenLetters(spoken)
  const anchors: SourceMap = map[0]?.[0] === 0 ? map : [[0, 0], ...map]
  const found: Rewritten[] = []
  const [, firstShown] = anchors[0] ?? [0, 0]
  if (firstShown > 0) found.push({ shown: 0, shownEnd: firstShown, said: 0, saidEnd: 0 })
  for (const [index, [said, shown]] of anchors.entries()) {
    const [saidEnd, shownEnd] = anchors[index + 1] ?? [letters.length, text.length]
    const most = Math.min(saidEnd - said, shownEnd - shown)
    let same = 0
    while (same < most && isSame(text.charAt(shown + same), letters.charAt(said + same))) same += 1
    if (same === saidEnd - said && same === shownEnd - shown) continue
    const isInWord = () =>
      same > 0 &&
      isLetter(text, shown + same - 1) &&
      ((same < shownEnd - shown && isLetter(text, shown + same)) ||
        (same < saidEnd - said && isLetter(letters, said + same)))
    // What is only left out begins where it is; another word begins with its first letter.
    if (same < saidEnd - said) while (isInWord()) same -= 1
    found.push({ shown: shown + same, shownEnd, said: said + same, saidEnd })
  }
  return found
}

/** Anchors of a display text of so many units, without those that would not ascend. */
export function ascending(
  anchors: readonly (readonly [number, number])[],
  shownLength: number,
): SourceMap {
  const map: SourceMap = []
  for (const [said, display] of anchors) {
    const shown = Math.min(display, shownLength - 1)
    const last = map.at(-1)
    if (!last || (said > last[0] && shown > last[1])) map.push([said, shown])
  }
  return map
}

/** The same without phonemes, for whoever takes none: neighbouring texts are one. */
export function joinTexts(spoken: readonly SpokenPart[]): SpokenPart[] {
  const joined: SpokenPart[] = []
  for (const part of spoken) {
    const last = joined.at(-1)
    if (!('text' in part)) joined.push(part)
    else if (last && 'text' in last) last.text += part.text
    else joined.push({ text: part.text })
  }
  return joined
}
