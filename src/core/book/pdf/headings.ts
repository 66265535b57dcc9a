// Which passages are headings, and of which level: by the size of their type, by their words, by standing alone.
import { hasWords } from '../clean-text.ts'
import { isBareNumeral, labelOf } from '../heading-words.ts'
import { matterOfTitle } from '../matter-words.ts'
import { isCentred, indentOf } from './line-joins.ts'
import { mostCommon } from './line.ts'
import type { Passage } from './passages.ts'
import type { TypeFacts } from './type-facts.ts'

export type HeadingShape = {
  /** In half points; null: no larger than the text. */
  size: number | null
}

const maxCharacters = 200
const maxLines = 5

/** Null for what is no heading. */
export function headingShape(
  passage: Passage,
  text: string,
  facts: TypeFacts,
): HeadingShape | null {
  const { lines } = passage
  if (text.length > maxCharacters || lines.length > maxLines) return null
  if (!hasWords(text)) return null
  const size =
    mostCommon(
      lines.map(({ line }) => [line.size, line.text.length] as const),
      0.5,
    ) ?? 0
  if (size >= 1.14 * facts.size) return { size }
  if (size < 0.9 * facts.size || lines.length > 2 || text.length > 90) return null
  const [first] = lines
  if (!first) return null
  const alone = passage.gapBefore && passage.gapAfter
  const apart = passage.gapBefore || passage.gapAfter
  const centred = lines.every(isCentred)
  const flush = Math.abs(indentOf(first)) < 0.5 * facts.size
  const label = labelOf(text)
  const named = label !== null || isBareNumeral(text) || matterOfTitle(text) !== null
  if (named && apart && (centred || flush || alone)) return { size: null }
  if (!alone || /[.,;:]$/.test(text)) return null
  const otherFont = lines.every(({ line }) => !facts.fonts.has(line.font))
  const capitals = !/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text)
  return (capitals && (centred || flush)) || (otherFont && (centred || flush))
    ? { size: null }
    : null
}

/** More headings on one page than this are a table of contents, or a poster. */
const maxOfPage = 8

export type HeadingLevels = {
  /** First pass: what there is. */
  count(shape: HeadingShape, page: number): void
  /** Null on a page that is full of headings: none of them is one. */
  levelOf(shape: HeadingShape, text: string, page: number): number | null
}

/** The larger, the higher. Sizes that one page alone has are its decoration: they rank with the next below. */
export function createHeadingLevels(): HeadingLevels {
  const pages = new Map<number, Set<number>>()
  const ofPage = new Map<number, number>()
  return {
    count({ size }, page) {
      ofPage.set(page, (ofPage.get(page) ?? 0) + 1)
      if (size === null) return
      const known = pages.get(size) ?? new Set()
      pages.set(size, known.add(page))
    },
    levelOf({ size }, text, page) {
      if ((ofPage.get(page) ?? 0) > maxOfPage) return null
      const repeated = [...pages].filter(([, on]) => on.size > 1).map(([each]) => each)
      const larger = repeated.filter((each) => size === null || each > size + 0.4).length
      const rank = size === null ? (labelOf(text)?.rank ?? 2) - 1 : 0
      return Math.min(6, 1 + larger + (larger > 0 && size === null ? 0 : rank))
    },
  }
}
