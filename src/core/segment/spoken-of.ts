// What is spoken of a text: signs that no voice can say are left out, numbers and short forms are said
// as words, and where each word comes from is remembered.
import type { Reading, Segment, SpokenText } from '../../contract/index.ts'
import { applyRewrites, type Rewrite } from './apply-rewrites.ts'
import { followMap } from './follow-map.ts'
import { normalise } from './normalise/normalise.ts'
import { quietAddresses } from './quiet-addresses.ts'

/**
 * Rules find what is said otherwise than it is written. They know the display text alone; where two
 * meet, the one that begins first holds.
 */
const rules: readonly ((text: string) => Rewrite[])[] = [
  dropSigns,
  dropNoteMarks,
  composeLetters,
  quietAddresses,
]

/** What the rules may touch; without it a text is spoken as it is written. */
const special = /[^\p{L}\p{Nd} .,;:!?'"“”‘’«»„…()¿¡–—-]| {2}|^ |[Ww]{3}\./u

/**
 * Spoken parts with the map to the text; both empty when there is no letter or digit to say.
 * `normalised` is there where the rules of the language (BCP 47) say something otherwise. `readings` are
 * said before any rule sees the words.
 */
export function spokenOf(
  text: string,
  language: string,
  readings: readonly Reading[] = [],
): Pick<Segment, 'spoken' | 'map' | 'normalised'> {
  const bare = withoutSigns(text, readings)
  const [part] = bare.spoken
  if (!part || !('text' in part)) return bare
  const rewrites = normalise(part.text, language)
  if (rewrites.length === 0) return bare
  const said = applyRewrites(part.text, rewrites)
  const map = followMap(said.map, bare.map, text.length)
  return { ...bare, normalised: { spoken: [{ text: said.text }], map } }
}

function withoutSigns(text: string, readings: readonly Reading[]): SpokenText {
  if (!/[\p{L}\p{N}]/u.test(text)) return { spoken: [], map: [] }
  const trimmed = text.trimEnd()
  if (readings.length === 0 && !special.test(trimmed))
    return { spoken: [{ text: trimmed }], map: [[0, 0]] }
  const read = readings.map(({ at, length, say }) => ({ from: at, to: at + length, text: say }))
  const ruled = rules.flatMap((rule) => rule(text))
  const said = applyRewrites(text, [
    ...read,
    ...ruled.filter(({ from, to }) => !read.some((each) => from < each.to && each.from < to)),
  ])
  if (!/[\p{L}\p{N}]/u.test(said.text)) return { spoken: [], map: [] }
  return { spoken: [{ text: said.text }], map: said.map }
}

const find = (text: string, pattern: RegExp, instead: string): Rewrite[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    text: instead,
  }))

// Kept though Unicode calls them pictures: © ® ™ and ℹ are words, ‼ and ⁉ are punctuation.
const emoji =
  /(?:(?![©®™ℹ‼⁉])\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})(?:\uFE0E|\uFE0F|\u200D|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}])*/gu
const ornaments = /[•‣⁂⁃※␀-⑟─-➿⬀-⯿]+/gu
// Controls, format signs, lone surrogates, private use; U+FEFF counts as white space but is none.
const invisible = /(?![\s\u200C\u200D])\p{C}|[\uFEFF\uFFFC\uFFFD]|\uFE0E|\uFE0F|\u20E3/gu
/** Joiners shape letters in some scripts; elsewhere they are leftovers. */
const looseJoiners = /(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?!\p{L})/gu
/** Emphasis of plain text: `_so_`, `*so*`; not snake_case, not 2*3. */
const emphasis =
  /(?<![\p{L}\p{N}_])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])|(?<![\p{N}*])\*+|\*+(?![\p{N}*])/gu

function dropSigns(text: string): Rewrite[] {
  return [
    ...find(text, emoji, ' '),
    ...find(text, ornaments, ' '),
    ...find(text, invisible, ''),
    ...find(text, looseJoiners, ''),
    ...find(text, emphasis, ''),
  ]
}

/**
 * Marks that point at notes: `[12]`, `†`, raised digits; not the square of a short word, as in m², nor a
 * power, but for a year's, which has none.
 */
function dropNoteMarks(text: string): Rewrite[] {
  return [
    ...find(text, /(?<=\S) ?\[(?:\p{Nd}{1,3}|[*†‡]+)\]|[†‡]+/gu, ''),
    ...find(text, /(?<=[\p{L}\p{P}])(?<!(?<!\p{L})\p{L}{1,2}(?=[²³](?!\p{No})))[¹²³⁰⁴-⁹]+/gu, ''),
    ...find(text, /(?<=(?<!\p{N})(?:1\d|20)\d{2})[¹²³⁰⁴-⁹]{1,3}(?!\p{N})/gu, ''),
  ]
}

/** A letter with its accent as one sign: engines look letters up. */
function composeLetters(text: string): Rewrite[] {
  if (text.normalize('NFC') === text) return []
  return [...text.matchAll(/\P{M}\p{M}+/gu)].flatMap(({ index, 0: found }) => {
    const composed = found.normalize('NFC')
    return composed === found ? [] : [{ from: index, to: index + found.length, text: composed }]
  })
}
