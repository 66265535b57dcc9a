// Pieces of rows to lines in reading order: columns found by what no line crosses, headings above them kept above.
import type { Line } from './line.ts'

type Rows = readonly (readonly Line[])[]

/** So many rows on both sides make a gutter, with so many characters on average: cells of tables are shorter. */
const minRows = 4
const minCharacters = 12
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

/** How much a band of rows looks like two columns of prose beside each other; 0: not at all. */
function weightOf(rows: Rows, x: number): number {
  const left = rows.flatMap((row) => row.filter((piece) => piece.x1 <= x + 0.5))
  const right = rows.flatMap((row) => row.filter((piece) => piece.x1 > x + 0.5))
  if (left.length < minRows || right.length < minRows) return 0
  const prose = (pieces: readonly Line[]) =>
    pieces.reduce((sum, { text }) => sum + text.length, 0) >= minCharacters * pieces.length
  if (!prose(left) && !prose(right)) return 0
  // The cells of a table stand on the same lines; beside a column of text a list does not.
  const shared = rows.filter((row) => crossesGap(row, x)).length
  const aligned = shared > 0.5 * Math.min(left.length, right.length)
  if (aligned && !(prose(left) && prose(right))) return 0
  const [leftTop, leftEnd] = spanOf(left)
  const [rightTop, rightEnd] = spanOf(right)
  const beside = Math.min(leftEnd, rightEnd) - Math.max(leftTop, rightTop)
  if (beside < 0.5 * Math.min(leftEnd - leftTop, rightEnd - rightTop)) return 0
  return Math.min(left.length, right.length)
}

function bestGutter(rows: Rows): Gutter | null {
  let best: Gutter | null = null
  for (const x of candidates(rows)) {
    for (let from = 0; from < rows.length; from++) {
      if (crosses(rows[from] ?? [], x)) continue
      let to = from + 1
      while (to < rows.length && !crosses(rows[to] ?? [], x)) to += 1
      const weight = weightOf(rows.slice(from, to), x)
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

export function readingOrder(rows: Rows): Line[] {
  const lines: Line[] = []
  let column = 0
  const emit = (part: Rows, depth: number): void => {
    if (part.length === 0) return
    const gutter = depth < maxDepth ? bestGutter(part) : null
    if (!gutter) {
      for (const row of part) {
        const line = joined(row)
        if (line) lines.push({ ...line, column })
      }
      column += 1
      return
    }
    const { x, from, to } = gutter
    const band = part.slice(from, to)
    const side = (isLeft: boolean) =>
      band
        .map((row) => row.filter((piece) => piece.x1 <= x + 0.5 === isLeft))
        .filter((row) => row.length > 0)
    emit(part.slice(0, from), depth + 1)
    emit(side(true), depth + 1)
    emit(side(false), depth + 1)
    emit(part.slice(to), depth + 1)
  }
  emit(rows, 0)
  return lines
}
