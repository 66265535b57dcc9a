// A passage's lines as one text: hyphens and capitals joined, note marks named, verse line by line.
import { cleanText } from '../clean-text.ts'
import { isCutShort, type PlacedLine } from './line-joins.ts'
import { joint } from './line.ts'
import { joinCapital, lineJoin, type Vocabulary } from './vocabulary.ts'

/** `page` and mark make a note's name: the same mark stands on many pages. */
export const noteIdOf = (page: number, mark: string): string => `${page + 1}:${mark}`

const raisedDigits: Record<string, string> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, index) => [sign, String(index)]),
)
const raised = /(?<=[\p{L}\p{P}])[⁰¹²³⁴-⁹]{1,3}(?=[\s\p{P}]|$)/gu

export type PassageText = { text: string; noteMarks: string[] }

/** `hasNote` tells whether a page has the note that a mark asks for. */
export function textOfLines(
  lines: readonly PlacedLine[],
  words: Vocabulary,
  hasNote: (page: number, mark: string) => boolean,
): PassageText {
  const noteMarks: string[] = []
  const named = (page: number, mark: string) =>
    noteMarks.push(hasNote(page, mark) ? noteIdOf(page, mark) : '')
  const pieces: string[] = []
  let cut = false
  for (const placed of lines) {
    const { line, page } = placed
    for (const { mark } of line.marks) named(page, mark)
    const own = settleCapital(line.text, words).replace(raised, (signs) => {
      named(page, [...signs].map((sign) => raisedDigits[sign] ?? '').join(''))
      return ''
    })
    const before = pieces[pieces.length - 1]
    if (before === undefined) pieces.push(own)
    else {
      const { dropHyphen, between } = lineJoin(before, own, words, cut)
      if (dropHyphen) pieces[pieces.length - 1] = before.slice(0, -1)
      pieces.push(between + own)
    }
    cut = isCutShort(placed)
  }
  return { text: cleanText(pieces.join('')), noteMarks }
}

function settleCapital(text: string, words: Vocabulary): string {
  const at = text.indexOf(joint)
  return at < 0 ? text : joinCapital(text.slice(0, at), text.slice(at + 1), words)
}
