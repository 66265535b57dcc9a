// Pieces of rows to lines in reading order: columns found by what no line crosses, headings above them kept above.
import { mostCommon, type Line } from './line.ts'

type Rows = readonly (readonly Line[])[]

/** So many rows on both sides make a gutter, with so many characters on average: cells of tables are shorter. */
const minRows = 4
/** Of lines that are cut into pieces themselves so many: wide spaces stand below each other by chance too. */
const minCutRows = 8
const minCharacters = 12
/** Of a side's rows so many begin at one place inside of the side where it is a table. */
const tableShare = 0.4
/** A page of more rows is none of text with headings. */
const maxTextRows = 300
/** Columns inside columns, and candidates looked at: more is no page of a book. */
const maxDepth = 6
const maxCandidates = 12

type Gutter = { x: number; from: number; to: number; weight: number }

/** Where several pieces begin that are not the first of their row's side: a column may. */
function candidates(rows: Rows): number[] {
  const counts = new Map<number, number>()
  for (const row of rows)
    for (const { x0 } of row)
      counts.set(Math.round(x0 / 2), (counts.get(Math.round(x0 / 2)) ?? 0) + 1)
  const leftmost = Math.min(...counts.keys())
  return [...counts]
    .filter(([x, count]) => count >= minRows && x > leftmost + 8)
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxCandidates)
    .map(([x]) => x * 2 - 3)
}

const crosses = (row: readonly Line[], x: number): boolean =>
  row.some((piece) => piece.x0 < x - 0.5 && piece.x1 > x + 0.5)

/** Whether a row has something on both sides. */
const crossesGap = (row: readonly Line[], x: number): boolean =>
  row.some((piece) => piece.x1 <= x + 0.5) && row.some((piece) => piece.x1 > x + 0.5)

const spanOf = (pieces: readonly Line[]): readonly [number, number] => [
  pieces[0]?.y ?? 0,
  pieces[pieces.length - 1]?.y ?? 0,
]

/** The rows of one side of a gutter. */
const sideOf = (rows: Rows, x: number, isLeft: boolean): Line[][] =>
  rows
    .map((row) => row.filter((piece) => piece.x1 <= x + 0.5 === isLeft))
    .filter((row) => row.length > 0)

/**
 * Whether a row that does not reach over a gutter parts the columns all the same: a short heading over both
 * of them, which has larger type than the text and on its other side nothing, but text above and below. At
 * the foot it does where the columns above are evened out.
 */
function isHeadingOver(rows: Rows, index: number, x: number, type: number): boolean {
  const [piece, second] = rows[index] ?? []
  if (!piece || second || rows.length > maxTextRows) return false
  if (piece.size < 1.14 * type || crosses([piece], x)) return false
  const pieces = rows.flat()
  const isLeft = piece.x1 <= x + 0.5
  const others = pieces.filter((each) => each.x1 <= x + 0.5 !== isLeft)
  const above = others.filter((each) => each.y < piece.y - 0.9 * piece.size)
  const below = others.filter((each) => each.y - 0.9 * each.size > piece.y)
  if (above.length === 0 || above.length + below.length < others.length) return false
  if (index < rows.length - 1) return below.length > 0
  const own = pieces.filter((each) => each !== piece && each.x1 <= x + 0.5 === isLeft)
  const [ownEnd, otherEnd] = [own, above].map((all) => Math.max(...all.map(({ y }) => y)))
  return Math.abs((ownEnd ?? 0) - (otherEnd ?? 0)) < 2.5 * type
}

/** Where the row begins. */
const startOf = (row: readonly Line[]): number => Math.min(...row.map(({ x0 }) => x0))

/** The place that most of them are at, and how many. */
function mostShared(places: readonly number[]): { x: number; count: number } | null {
  const x = mostCommon(
    places.map((place) => [place, 1] as const),
    2,
  )
  return x === null ? null : { x, count: places.filter((each) => Math.abs(each - x) < 2).length }
}

const isLong = (pieces: readonly Line[], rows = pieces.length): boolean =>
  pieces.reduce((sum, { text }) => sum + text.length, 0) >= minCharacters * rows

/**
 * Whether rows are lines of a text, or of several beside each other: long, and cut into pieces, if at all,
 * now here, now there, as wide spaces of justified lines are. The cells of a table begin below each other.
 */
function isProse(side: Rows, depth = 0): boolean {
  if (!isLong(side.flat(), side.length)) return false
  const inside = side.flatMap((row) => {
    const start = startOf(row)
    return row.flatMap(({ x0 }) => (x0 > start ? [x0] : []))
  })
  const place = mostShared(inside)
  if (place === null || place.count <= Math.max(2, tableShare * side.length)) return true
  const parts = [true, false].map((isLeft) => sideOf(side, place.x - 3, isLeft))
  return depth < maxDepth && parts.every((part) => isProse(part, depth + 1))
}

/** How much a band of rows looks like two columns of prose beside each other; 0: not at all. */
function weightOf(rows: Rows, x: number, isKnown: boolean): number {
  const left = sideOf(rows, x, true)
  const right = sideOf(rows, x, false)
  const isCut = [left, right].some((side) => !isLong(side.flat()))
  const least = isKnown ? 1 : isCut ? minCutRows : minRows
  if (left.length < least || right.length < least) return 0
  const [leftIsProse, rightIsProse] = [isProse(left), isProse(right)]
  if (!leftIsProse && !rightIsProse) return 0
  // The cells of a table stand on the same lines; beside a column of text a list does not.
  const shared = rows.filter((row) => crossesGap(row, x)).length
  const aligned = shared > 0.5 * Math.min(left.length, right.length)
  if (aligned && !isKnown && !(leftIsProse && rightIsProse)) return 0
  const [leftTop, leftEnd] = spanOf(left.flat())
  const [rightTop, rightEnd] = spanOf(right.flat())
  const beside = Math.min(leftEnd, rightEnd) - Math.max(leftTop, rightTop)
  if (beside < 0.5 * Math.min(leftEnd - leftTop, rightEnd - rightTop)) return 0
  return Math.min(left.length, right.length)
}

/** `known`: where the columns around have theirs, a few lines are enough, when hardly anything else is there. */
function bestGutter(rows: Rows, known: readonly number[]): Gutter | null {
  let best: Gutter | null = null
  const sizes = rows.flatMap((row) => row.map(({ size, text }) => [size, text.length] as const))
  const type = mostCommon(sizes, 0.5) ?? Infinity
  for (const x of [...known, ...candidates(rows)]) {
    const parts = (index: number) =>
      crosses(rows[index] ?? [], x) || isHeadingOver(rows, index, x, type)
    for (let from = 0; from < rows.length; from++) {
      if (parts(from)) continue
      let to = from + 1
      while (to < rows.length && !parts(to)) to += 1
      const isKnown = known.includes(x) && to - from >= Math.max(2, rows.length - 2)
      const weight = weightOf(rows.slice(from, to), x, isKnown)
      // Of equals the leftmost: the columns to its right are found inside.
      const better = best === null || weight > best.weight || (weight === best.weight && x < best.x)
      if (weight > 0 && better) best = { x, from, to, weight }
      from = to
    }
  }
  return best
}

/** A row without a gutter is one line: a table's row, a line with a tab. */
function joined(row: readonly Line[]): Line | null {
  const [first, ...rest] = row
  if (!first) return null
  return rest.reduce(
    (line, piece) => ({
      ...line,
      text: `${line.text} ${piece.text}`,
      x0: Math.min(line.x0, piece.x0),
      x1: Math.max(line.x1, piece.x1),
      ...(piece.text.length > line.text.length ? { size: piece.size, font: piece.font } : {}),
      marks: [
        ...line.marks,
        ...piece.marks.map(({ mark, at }) => ({ mark, at: at + line.text.length + 1 })),
      ],
    }),
    first,
  )
}

/** `before`: where the page before has its gutters; `gutters`: those of this one. */
export function readingOrder(
  rows: Rows,
  before: readonly number[] = [],
): { lines: Line[]; gutters: number[] } {
  const lines: Line[] = []
  const gutters = new Set<number>()
  let column = 0
  const emit = (part: Rows, depth: number): void => {
    if (part.length === 0) return
    const gutter = depth < maxDepth ? bestGutter(part, [...before, ...gutters]) : null
    if (!gutter) {
      for (const row of part) {
        const line = joined(row)
        if (line) lines.push({ ...line, column })
      }
      column += 1
      return
    }
    const { x, from, to, weight } = gutter
    // What few rows seem to say may be a table's.
    if (weight >= minCutRows || before.includes(x)) gutters.add(x)
    const band = part.slice(from, to)
    emit(part.slice(0, from), depth + 1)
    emit(sideOf(band, x, true), depth + 1)
    emit(sideOf(band, x, false), depth + 1)
    emit(part.slice(to), depth + 1)
  }
  emit(rows, 0)
  return { lines, gutters: [...gutters].slice(0, maxDepth) }
}
