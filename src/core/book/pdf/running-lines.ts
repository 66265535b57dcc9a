// Running heads, running feet and page numbers: lines at the edge of a page that come again at the same height.
import type { LeftOutReason } from '../../../contract/index.ts'
import { isBareNumeral } from '../heading-words.ts'
import type { Line, PageText } from './line.ts'

/** For each line of a page that is none of its text: why. */
export type RunningLines = (page: number) => ReadonlyMap<Line, LeftOutReason>

/** A line at the edge of a page: what it says without its numbers, where, and which number it has. */
type Edge = {
  page: number
  line: Line
  atTop: boolean
  /** From the nearer edge of the page. */
  distance: number
  key: string
  number: number | null
}

/** So many lines from above and from below are looked at, and no further in than this part of the page. */
const edgeLines = 3
const edgePart = 0.2
/** A head is judged by the pages around it: a chapter's name is there for a chapter only. */
const around = 6
const sameHeight = 3

const romanValues: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

function romanValue(word: string): number {
  const values = [...word.toLowerCase()].map((letter) => romanValues[letter] ?? 0)
  return values.reduce(
    (sum, value, index) => (value < (values[index + 1] ?? 0) ? sum - value : sum + value),
    0,
  )
}

const numeral =
  /\d{1,5}|(?<![\p{L}\p{N}])(?=[ivxlc])m{0,3}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})(?![\p{L}\p{N}])/giu

/** Numbers and what counts like them become `#`, so that `Chapter 3 · 41` and `Chapter 3 · 42` are one. */
function keyOf(text: string): { key: string; number: number | null } {
  let number: number | null = null
  const ends = text.trim()
  const key = ends
    .replace(numeral, (word, at: number) => {
      const value = /\d/.test(word) ? Number(word) : romanValue(word)
      // The number of a page stands first or last.
      if (at === 0 || at + word.length === ends.length) number = value
      else if (!/\d/.test(word)) return word
      return '#'
    })
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim()
    .toLowerCase()
  if (number === null) {
    const inner =
      /^[^\p{L}\d]*(?:\p{L}{1,9}\.?\s)?[^\p{L}\d]*(\d{1,5})(?:\s*(?:\/|of|von|de|sur)\s*\d{1,5})?[^\p{L}\d]*$/u.exec(
        ends,
      )
    if (inner) number = Number(inner[1])
  }
  return { key, number }
}

function edgesOf({ height, lines }: PageText, page: number): Edge[] {
  const sorted = lines.toSorted((a, b) => a.y - b.y)
  const edge = (line: Line, atTop: boolean): Edge => ({
    page,
    line,
    atTop,
    distance: atTop ? line.y : height - line.y,
    ...keyOf(line.text),
  })
  const top = sorted.slice(0, edgeLines).filter(({ y }) => y < edgePart * height)
  const foot = sorted.slice(-edgeLines).filter(({ y }) => y > (1 - edgePart) * height)
  return [
    ...top.map((line) => edge(line, true)),
    ...foot.filter((line) => !top.includes(line)).map((line) => edge(line, false)),
  ]
}

const isAt = (a: Edge, b: Edge): boolean =>
  a.atTop === b.atTop && Math.abs(a.distance - b.distance) < sameHeight

/** Nothing but a number and what decorates it: `– 12 –`, `Page 12`, `12 / 300`. */
const isNumberAlone = ({ line, key, number }: Edge): boolean =>
  number !== null &&
  (isBareNumeral(line.text.replace(/[\p{Pd}|~•·*]/gu, ' ')) ||
    /^(?:#|(?:page|pag|pg|p|seite|s|página|pagina) #|# (?:of|von|de|sur|di) #|(?:page|seite) # (?:of|von|de|sur) #)$/.test(
      key,
    ))

/** All pages at once: what is kept of a page is its text, so that nothing is read twice. */
export function findRunningLines(pages: readonly PageText[]): RunningLines {
  const edges = pages.map(edgesOf)
  const accepted = pages.map(() => new Map<Line, LeftOutReason>())
  const near = (edge: Edge): Edge[] =>
    edges
      .slice(Math.max(0, edge.page - around), edge.page + around + 1)
      .flatMap((all) => all.filter((each) => each.page !== edge.page && isAt(each, edge)))
  const accept = (edge: Edge) =>
    accepted[edge.page]?.set(edge.line, isNumberAlone(edge) ? 'page-number' : 'running-head')

  for (const edge of edges.flat()) {
    const alike = near(edge).filter((each) => each.key === edge.key)
    const counts = (each: Edge) =>
      each.number !== null &&
      edge.number !== null &&
      each.number - edge.number === each.page - edge.page
    // A number that counts up with the pages is one, whatever stands beside it.
    if (edge.number !== null && alike.filter(counts).length >= 2) accept(edge)
    // Words alone must be the same: `Chapter 1` and `Chapter 2` at one height are headings.
    else if (/\p{L}{2}/u.test(edge.key) && alike.filter(saysTheSame(edge)).length >= 2) accept(edge)
    else if (isNumberAlone(edge) && isOwnNumber(edge, pages)) accept(edge)
  }

  // Where heads are known to stand, a line of the same type is one too, though it is there but once.
  for (const edge of edges.flat()) {
    if (accepted[edge.page]?.has(edge.line)) continue
    const known = near(edge).filter(
      (each) =>
        accepted[each.page]?.has(each.line) && Math.abs(each.line.size - edge.line.size) < 0.6,
    )
    if (known.length >= 4 && isOutermost(edge, edges[edge.page] ?? [], accepted[edge.page]))
      accept(edge)
  }
  return (page) => accepted[page] ?? new Map<Line, LeftOutReason>()
}

const saysTheSame =
  (edge: Edge) =>
  (each: Edge): boolean =>
    each.line.text === edge.line.text

/** On few pages nothing repeats: a number alone at the foot that is the page's own. */
const isOwnNumber = (
  { number, page, distance, line }: Edge,
  pages: readonly PageText[],
): boolean => {
  const { height, lines } = pages[page] ?? { height: 0, lines: [] }
  const others = lines.filter((each) => each !== line)
  const gap = Math.min(...others.map((each) => Math.abs(each.y - line.y)))
  return number === page + 1 && distance < 0.12 * height && gap > 1.8 * line.size
}

/** Whether nothing but heads and numbers stands further out. */
const isOutermost = (
  edge: Edge,
  others: readonly Edge[],
  accepted: ReadonlyMap<Line, LeftOutReason> | undefined,
): boolean =>
  others.every(
    (each) =>
      each.atTop !== edge.atTop ||
      each.distance >= edge.distance - sameHeight ||
      accepted?.has(each.line) === true,
  )
