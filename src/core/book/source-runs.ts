// Which stretch of a document each stretch of a block's clean text comes from.
import type { SourceRun } from '../../contract/index.ts'

/** A piece of raw text and where it stands in its document: longer there where it is written as an entity. */
export type Origin = { at: number; length: number; from: number; to: number }

/** Cleaning drops controls and soft hyphens, and entities that nobody knows: no more than this at once. */
const mostDropped = 80

/** How many units of `raw` from `at` on are the one character that NFC has made of them; 0 for none. */
function composed(character: string, raw: string, at: number): number {
  for (let length = 1; length <= 4; length++)
    if (raw.slice(at, at + length).normalize('NFC') === character) return length
  return 0
}

/** Where `character` comes next; a space may have been any white space. */
function nextOf(character: string, raw: string, from: number): number {
  for (let at = from; at < Math.min(raw.length, from + mostDropped); at++)
    if (raw[at] === character || (character === ' ' && isSpace(raw[at]))) return at
  return -1
}

const isSpace = (character: string | undefined): boolean => /[\s\u0085]/.test(character ?? '')

/**
 * `raw` is what `clean` was made of; it begins at `rawFrom` of the text that `origins` count in. Both are walked
 * side by side, so that white space, controls and compositions need no record while they are cleaned.
 */
export function runsOf(
  clean: string,
  raw: string,
  rawFrom: number,
  origins: readonly Origin[],
): SourceRun[] {
  const runs: SourceRun[] = []
  let next = 0
  const add = (at: number, length: number, rawAt: number, rawLength: number) => {
    while ((origins[next]?.at ?? Infinity) + (origins[next]?.length ?? 0) <= rawAt) next += 1
    const origin = origins[next]
    if (!origin || origin.at > rawAt) return
    const isPlain = origin.to - origin.from === origin.length
    const from = isPlain ? origin.from + rawAt - origin.at : origin.from
    const to = isPlain ? Math.min(from + rawLength, origin.to) : origin.to
    const last = runs.at(-1)
    const goesOn =
      last && last[0] + last[1] === at && last[3] === from && last[3] - last[2] === last[1]
    if (goesOn && to - from === length) {
      last[1] += length
      last[3] = to
    } else if (last && last[2] === from && last[3] === to) last[1] = at + length - last[0]
    else runs.push([at, length, from, to])
  }
  let place = 0
  for (let at = 0; at < clean.length;) {
    const character = clean[at] as string
    if (character === ' ' && isSpace(raw[place])) {
      add(at, 1, rawFrom + place, 1)
      while (isSpace(raw[place])) place += 1
      at += 1
      continue
    }
    if (character === raw[place]) {
      add(at, 1, rawFrom + place, 1)
      at += 1
      place += 1
      continue
    }
    const whole = String.fromCodePoint(clean.codePointAt(at) ?? 0)
    const made = composed(whole, raw, place)
    if (made > 0) {
      add(at, whole.length, rawFrom + place, made)
      at += whole.length
      place += made
      continue
    }
    const found = nextOf(character, raw, place)
    if (found >= 0) place = found
    else at += 1
  }
  return runs
}

/** Runs of a text that begins at `at` of another. */
export const runsAt = (runs: readonly SourceRun[], at: number): SourceRun[] =>
  runs.map(([place, length, from, to]) => [place + at, length, from, to])
