// Running heads, running feet and page numbers: lines at the edge of a page that come again at the same height.
import type { LeftOutReason } from '../../../contract/index.ts'
import { isBareNumeral, labelOf } from '../heading-words.ts'
import type { KeptPages } from './kept-pages.ts'
import type { Line, PageText } from './line.ts'
import type { Steps } from './steps.ts'

/** For each line of a page that is none of its text: why. */
export type RunningLines = (
  page: number,
  lines: readonly Line[],
) => ReadonlyMap<Line, LeftOutReason>

/** A line at the edge of a page: what it says without its numbers, where, and which numbers those are. */
type Edge = {
  page: number
  line: Line
  /** Which of the page's lines it is. */
  index: number
  atTop: boolean
  /** From the nearer edge of the page. */
  distance: number
  key: string
  numbers: readonly number[]
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

const ofAll = /(\d{1,5})\s*(?:\/|of|von|de|sur|di)\s*\d{1,5}\P{L}*$/u

/**
 * Numbers at the ends become `#`, so that `Chapter 3 · 41` and `Chapter 3 · 42` are one; so do all figures.
 */
function keyOf(text: string): { key: string; numbers: number[] } {
  const ends = text.trim()
  const numbers: number[] = []
  const total = ofAll.exec(ends)
  if (total) numbers.push(Number(total[1]))
  const key = ends
    .replace(numeral, (word, at: number) => {
      const isFigure = /\d/.test(word)
      // The number of a page stands first or last.
      const outside = /^\P{L}*$/u
      const before = ends.slice(0, at)
      const after = ends.slice(at + word.length)
      const isAtEnd = outside.test(before) || outside.test(after)
      if (isAtEnd) numbers.push(isFigure ? Number(word) : romanValue(word))
      return isAtEnd || isFigure ? '#' : word
    })
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim()
    .toLowerCase()
  return { key, numbers }
}

function edgesOf({ height, lines }: PageText, page: number): Edge[] {
  const sorted = [...lines.entries()].toSorted(([, a], [, b]) => a.y - b.y)
  const edge = ([index, line]: [number, Line], atTop: boolean): Edge => ({
    page,
    line,
    index,
    atTop,
    distance: atTop ? line.y : height - line.y,
    ...keyOf(line.text),
  })
  const top = sorted.slice(0, edgeLines).filter(([, { y }]) => y < edgePart * height)
  const foot = sorted.slice(-edgeLines).filter(([, { y }]) => y > (1 - edgePart) * height)
  return [
    ...top.map((each) => edge(each, true)),
    ...foot.filter((each) => !top.includes(each)).map((each) => edge(each, false)),
  ]
}

const isAt = (a: Edge, b: Edge): boolean =>
  a.atTop === b.atTop && Math.abs(a.distance - b.distance) < sameHeight

/** Nothing but a number and what decorates it: `– 12 –`, `Page 12`, `12 / 300`. */
const isNumberAlone = ({ line, key, numbers }: Edge): boolean =>
  numbers.length > 0 &&
  (isBareNumeral(line.text.replace(/[\p{Pd}|~•·*]/gu, ' ')) ||
    /^(?:#|(?:page|pag|pg|p|seite|s|página|pagina) #|# (?:of|von|de|sur|di) #|(?:page|seite) # (?:of|von|de|sur) #)$/.test(
      key,
    ))

/** All pages at once: what is kept of a page is its text, so that nothing is read twice. */
export function* findRunningLines(pages: KeptPages): Steps<RunningLines> {
  const edges: Edge[][] = []
  for (const page of pages) yield void edges.push(edgesOf(page, edges.length))
  /** By the line's place on the page. */
  const accepted = edges.map(() => new Map<number, LeftOutReason>())
  const near = (edge: Edge): Edge[] =>
    edges
      .slice(Math.max(0, edge.page - around), edge.page + around + 1)
      .flatMap((all) => all.filter((each) => each.page !== edge.page && isAt(each, edge)))
  const accept = (edge: Edge) =>
    accepted[edge.page]?.set(edge.index, isNumberAlone(edge) ? 'page-number' : 'running-head')

  // From the edge inwards: what is inside of a line of the text is text.
  const inwards = edges.flatMap((all) => all.toSorted((a, b) => a.distance - b.distance))
  const isInside = (edge: Edge): boolean =>
    (edges[edge.page] ?? []).some(
      (each) =>
        each.atTop === edge.atTop &&
        each.distance < edge.distance - sameHeight &&
        !accepted[edge.page]?.has(each.index),
    )
  for (const edge of inwards) {
    yield
    if (isInside(edge)) continue
    const alike = near(edge).filter((each) => each.key === edge.key)
    // A number that counts up with the pages is one, whatever stands beside it; but for a chapter's.
    const counting = alike.filter((each) => countsWith(edge, each))
    if (counting.length >= 2 && labelOf(edge.line.text)?.rest !== '') accept(edge)
    // Words alone must be the same: `Chapter 1` and `Chapter 2` at one height are headings.
    else if (/\p{L}{2}/u.test(edge.key) && alike.filter(saysTheSame(edge)).length >= 2) accept(edge)
    else if (isNumberAlone(edge) && isOwnNumber(edge, pages.at(edge.page))) accept(edge)
  }

  // Where heads are known to stand, a line of the same type is one too, though it is there but once.
  for (const edge of inwards) {
    yield
    if (accepted[edge.page]?.has(edge.index) || isInside(edge)) continue
    const known = near(edge).filter(
      (each) =>
        accepted[each.page]?.has(each.index) && Math.abs(each.line.size - edge.line.size) < 0.6,
    )
    if (known.length >= 4) accept(edge)
  }
  return runningOf(accepted)
}

/** By itself, so that it holds none of the edges. */
const runningOf =
  (accepted: readonly ReadonlyMap<number, LeftOutReason>[]): RunningLines =>
  (page, lines) => {
    const running = new Map<Line, LeftOutReason>()
    for (const [index, reason] of accepted[page] ?? []) {
      const line = lines[index]
      if (line) running.set(line, reason)
    }
    return running
  }

const countsWith = (a: Edge, b: Edge): boolean =>
  a.numbers.some((number) => b.numbers.some((other) => other - number === b.page - a.page))

const saysTheSame =
  (edge: Edge) =>
  (each: Edge): boolean =>
    each.line.text === edge.line.text

/** On few pages nothing repeats: a number alone at the foot that is the page's own. */
const isOwnNumber = (
  { numbers, page, distance, line, index }: Edge,
  { height, lines }: PageText,
): boolean => {
  const others = lines.filter((_, each) => each !== index)
  const gap = Math.min(...others.map((each) => Math.abs(each.y - line.y)))
  return numbers.includes(page + 1) && distance < 0.12 * height && gap > 1.8 * line.size
}
