// Drop capitals: one large letter over several lines, put before the first of the lines that it stands beside.
import type { PdfRun } from '../../ports/pdf.ts'
import { joint, mostCommon, type Line } from './line.ts'
import { piecesOf } from './rows.ts'

const capital = /^["“”„«‘'¿¡(]{0,2}\p{Lu}["’']?$/u

/** So much larger than the text a capital is, and over no more than so many lines. */
const minRatio = 1.7
const maxLines = 6
/** More of them are no page of a book. */
const maxCapitals = 8

/** Large letters with no other beside them: not those of a heading that is drawn letter by letter. */
function lonelyCapitals(runs: readonly PdfRun[], size: number): PdfRun[] {
  const large = runs.filter((run) => run.size > minRatio * size && run.text.trim() !== '')
  const isLonely = (run: PdfRun) =>
    large.every(
      (each) =>
        each === run ||
        Math.abs(each.y - run.y) > 0.3 * run.size ||
        Math.abs(each.x - run.x) > 2 * run.size,
    )
  return large.filter((run) => capital.test(run.text.trim()) && isLonely(run)).slice(0, maxCapitals)
}

/** The lines that stand to the right of the letter, from the top down. */
const linesBeside = (letter: PdfRun, rows: readonly Line[][], size: number): Line[] =>
  rows
    .flat()
    .filter(
      (line) =>
        line.size < 0.7 * letter.size &&
        line.x0 >= letter.x + letter.width - 0.5 * size &&
        line.x0 < letter.x + letter.width + 1.5 * size &&
        line.y > letter.y - 0.95 * letter.size &&
        line.y < letter.y + 0.35 * size,
    )

/** Runs as rows of pieces. A letter with no line beside it is a heading, or stands alone. */
export function rowsWithCapitals(runs: readonly PdfRun[]): Line[][] {
  const size = mostCommon(
    runs.map((run) => [run.size, run.text.length] as const),
    0.1,
  )
  const capitals = new Set(size === null ? [] : lonelyCapitals(runs, size))
  if (size === null || capitals.size === 0) return piecesOf(runs)
  let rows = piecesOf(runs.filter((run) => !capitals.has(run)))
  for (const letter of capitals) {
    const beside = linesBeside(letter, rows, size)
    const first = beside[0]
    if (!first || beside.length > maxLines) {
      rows = [...rows, ...piecesOf([letter])].sort((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0))
      continue
    }
    const text = letter.text.trim()
    const shift = text.length + joint.length
    // The lines beside it begin where it does: they are not indented.
    const moved = (line: Line): Line => {
      if (!beside.includes(line)) return line
      if (line !== first) return { ...line, x0: letter.x }
      const marks = line.marks.map(({ mark, at }) => ({ mark, at: at + shift }))
      return { ...line, text: text + joint + line.text, x0: letter.x, marks }
    }
    rows = rows.map((row) => row.map(moved))
  }
  return rows
}
