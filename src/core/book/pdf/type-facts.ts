// What is usual in the whole of a PDF: the type of its text, its leading, its margins, how paragraphs begin.
import { createCensus, widthOf, type Line, type PageText } from './line.ts'
import type { Steps } from './steps.ts'

export type TypeFacts = {
  /** Of the text itself. */
  size: number
  /** The fonts that text of that size is set in; a font for headings alone is none of them. */
  fonts: ReadonlySet<string>
  /** From one baseline to the next. */
  leading: number
  /** Whether paragraphs begin further in, and not (only) further down. */
  indented: boolean
  /** Margins of pages of one column: right and left pages may differ. */
  left: readonly [even: number, odd: number]
  right: readonly [even: number, odd: number]
}

/** A file may hold one font many times, each for a few pages. */
const usualFontShare = 0.02

/** The lines of each column of a page, in reading order. */
export function columnsOf(lines: readonly Line[]): Line[][] {
  const columns: Line[][] = []
  for (const line of lines) {
    const last = columns[columns.length - 1]
    if (last && last[0]?.column === line.column) last.push(line)
    else columns.push([line])
  }
  return columns
}

/** Where the lines of a column begin: the leftmost place that more than a few share. */
export function leftOf(lines: readonly Line[], size: number): number {
  const starts = lines.map((line) => line.x0).sort((a, b) => a - b)
  const enough = Math.max(2, 0.1 * starts.length)
  for (const [index, start] of starts.entries())
    if ((starts[index + Math.ceil(enough) - 1] ?? Infinity) < start + 0.2 * size) return start
  return starts[0] ?? 0
}

/** Where the lines of a column end: further out than nearly all of them. */
export function rightOf(lines: readonly Line[]): number {
  const ends = lines.map((line) => line.x1).sort((a, b) => a - b)
  return ends[Math.floor((ends.length - 1) * 0.95)] ?? 0
}

const medianOf = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null

/** `pagesOf` gives all pages from the first one on, without what runs at their edges. */
export function* typeFacts(pagesOf: () => Iterable<PageText>): Steps<TypeFacts> {
  const sizes = createCensus(0.2)
  for (const { lines } of pagesOf()) {
    yield
    for (const line of lines) sizes.count(line.size, line.text.length)
  }
  const size = sizes.mostCommon() ?? 10
  const isText = (line: Line) => Math.abs(line.size - size) < 0.06 * size
  const fonts = new Map<string, number>()

  const steps: number[] = []
  const sides: [left: number[], right: number[]][] = [
    [[], []],
    [[], []],
  ]
  let indents = 0
  let gaps = 0
  let page = -1
  for (const { lines, width } of pagesOf()) {
    yield
    page += 1
    const own = lines.filter(isText)
    for (const { font, text } of own) fonts.set(font, (fonts.get(font) ?? 0) + text.length)
    for (const column of columnsOf(own)) {
      const left = leftOf(column, size)
      for (const [index, line] of column.entries()) {
        const isIndented = line.x0 > left + 0.6 * size && line.x0 < left + 5 * size
        const next = column[index + 1]
        if (isIndented && next && next.x0 < left + 0.3 * size) indents += 1
        const before = column[index - 1]
        if (!before) continue
        const step = line.y - before.y
        if (step > 0.5 * size && step < 3 * size) steps.push(step)
      }
      const side = sides[page % 2]
      if (column.length >= 8 && side && rightOf(column) - left > 0.5 * width) {
        side[0].push(left)
        side[1].push(rightOf(column))
      }
    }
  }
  const letters = [...fonts.values()].reduce((sum, each) => sum + each, 0)
  const usual = [...fonts].filter(([, each]) => each > usualFontShare * letters)
  const leadings = createCensus(0.25)
  for (const step of steps) leadings.count(step, 1)
  const leading = leadings.mostCommon() ?? 1.2 * size
  for (const step of steps) if (step > 1.3 * leading) gaps += 1
  const margin = (side: 0 | 1, of: 0 | 1): number =>
    medianOf(sides[side]?.[of] ?? []) ?? (of === 0 ? Infinity : -Infinity)
  return {
    size,
    fonts: new Set(usual.map(([font]) => font)),
    leading,
    indented: indents > 0.5 * gaps,
    left: [margin(0, 0), margin(1, 0)],
    right: [margin(0, 1), margin(1, 1)],
  }
}

/** A column of fewer lines may have no full one. */
const fewLines = 8

export type Margins = {
  left: number
  right: number
  /** Whether most lines end at the right margin, all at the same place. */
  justified: boolean
}

/** A column's margins; on a page with little text those of the other pages, where they are near. */
export function marginsOf(column: readonly Line[], page: number, facts: TypeFacts): Margins {
  const side = page % 2
  const left = leftOf(column, facts.size)
  const right = rightOf(column)
  const usual = { left: facts.left[side] ?? left, right: facts.right[side] ?? right }
  const full = column.filter((line) => Math.abs(line.x1 - right) < 0.12 * line.size).length
  const isWhole = left > usual.left - facts.size && left < usual.left + 4 * facts.size
  return {
    left: isWhole ? Math.min(left, usual.left) : left,
    right: isWhole && right < usual.right && column.length < fewLines ? usual.right : right,
    justified: column.length >= 6 && full > 0.5 * column.length,
  }
}

/** Whether a line could have taken more: its paragraph ends there, or its verse. */
export function isShort(line: Line, next: Line, { right }: Margins): boolean {
  const word = /^\S+/.exec(next.text)?.[0] ?? ''
  const letters = Math.max(1, next.text.length)
  const needed = (widthOf(next) / letters) * (1.2 * word.length + 1)
  return line.x1 + needed < right
}
