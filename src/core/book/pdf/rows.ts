// Runs to pieces of lines: what stands on one baseline, cut where a gutter may be, note marks taken out.
import type { PdfRun } from '../../ports/pdf.ts'
import { mostCommon, type Line, type LineMark } from './line.ts'

/** A space is wider than this part of the type, a gutter or a tab wider than that. */
const spaceWidth = 0.15
const gutterWidth = 0.9
const noWidth = 0.03

type Row = { y: number; size: number; runs: PdfRun[] }

const endOf = (run: PdfRun): number => run.x + run.width

function rowsOf(runs: readonly PdfRun[]): Row[] {
  const rows: Row[] = []
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    const last = rows[rows.length - 1]
    if (last && run.y - last.y <= 0.25 * Math.min(last.size, run.size)) {
      last.runs.push(run)
      if (run.text.trim() !== '') last.size = Math.max(last.size, run.size)
    } else rows.push({ y: run.y, size: run.size, runs: [run] })
  }
  return rows
}

/** Of the line's type, what is raised or lowered beside it; a mark may be larger, as browsers set it. */
const smallPart = 0.82
const markPart = 0.88
/** Rows are so near each other, and columns beside each other so many, that a row's home is not farther. */
const nearRows = 4

/** The row that a run stands raised or lowered at; none for what is as large as its neighbours. */
function homeOf(run: PdfRun, row: Row, rows: readonly Row[], index: number): Row | undefined {
  const part = markOf(run.text) === null ? smallPart : markPart
  return rows
    .slice(Math.max(0, index - nearRows), index + nearRows + 1)
    .filter(
      (each) =>
        each !== row &&
        run.size <= part * each.size &&
        run.y > each.y - 0.8 * each.size &&
        run.y < each.y + 0.35 * each.size,
    )
    .sort((a, b) => Math.abs(a.y - run.y) - Math.abs(b.y - run.y))
    .find((each) => touches(run, each))
}

/** Puts what is raised or lowered, and small, back to the rows that it touches. */
function settleSmallRows(rows: readonly Row[]): Row[] {
  const homes = new Map<Row, Row[]>()
  rows.forEach((row, index) => {
    const words = row.runs.filter((run) => run.text.trim() !== '')
    const found = words.flatMap((run) => homeOf(run, row, rows, index) ?? [])
    if (found.length === words.length && found.length > 0) homes.set(row, found)
  })
  // What moves itself is nobody's home.
  const moves = [...homes].filter(([, all]) => !all.some((home) => homes.has(home)))
  for (const [row, all] of moves) {
    let word = -1
    for (const run of row.runs) {
      if (run.text.trim() !== '') word += 1
      all[Math.max(0, word)]?.runs.push(run)
    }
  }
  const moved = new Set(moves.map(([row]) => row))
  return rows.filter((row) => !moved.has(row))
}

const touches = (run: PdfRun, { runs, size }: Row): boolean =>
  run.text.trim().length <= 4 &&
  runs.some(
    (each) =>
      Math.abs(run.x - endOf(each)) < 0.6 * size || Math.abs(endOf(run) - each.x) < 0.6 * size,
  )

const markText = /^[([]?(\d{1,3}|[*∗†‡§¶‖#]{1,3})[)\]]?$/

/** What leads to a note when it is raised; null for exponents and `1st`. */
const markOf = (text: string): string | null => markText.exec(text.trim())?.[1] ?? null

/** Letters set apart: `C H A P T E R` is one word, two blanks part two. */
const unspread = (text: string): string =>
  /^\S(?: {1,2}\S){3,}$/u.test(text)
    ? text.replace(/ ( )?/g, (_all, second?: string) => second ?? '')
    : text

function pieceOf(runs: readonly PdfRun[], y: number): Line | null {
  const weight = ({ text, size }: PdfRun) => [size, text.trim().length] as const
  const size = mostCommon(runs.map(weight), 0.1) ?? 0
  const marks: LineMark[] = []
  let text = ''
  let end: number | null = null
  let spaced = false
  let font = ''
  let fontWeight = 0
  for (const run of runs) {
    const words = run.text.trim()
    if (words === '') {
      spaced = true
      continue
    }
    const gap = end === null ? 0 : run.rightToLeft ? end - endOf(run) : run.x - end
    const least = Math.min(size, run.size)
    // A soft hyphen inside a word is drawn as a space that takes no room: the place tells.
    const said: boolean = (spaced || /^\s/.test(run.text)) && Math.abs(gap) > noWidth * least
    const apart: boolean = said || gap > spaceWidth * least
    const raised = run.y < y - 0.12 * size && run.size <= markPart * size
    const mark = raised && !/\d$/.test(text) ? markOf(words) : null
    if (mark) marks.push({ mark, at: text.trimEnd().length })
    else text += (apart && text !== '' && !text.endsWith(' ') ? ' ' : '') + words
    spaced = /\s$/.test(run.text) || (mark !== null && apart)
    end = run.rightToLeft ? run.x : endOf(run)
    if (words.length > fontWeight) {
      font = run.font
      fontWeight = words.length
    }
  }
  if (text === '' && marks.length === 0) return null
  const x0 = Math.min(...runs.map((run) => run.x))
  const x1 = Math.max(...runs.map(endOf))
  return { text: unspread(text), x0, x1, y, size, font, column: 0, marks }
}

/** Pieces from the top down; those of one row from the left, or from the right where it is read so. */
export function piecesOf(runs: readonly PdfRun[]): Line[][] {
  const rows = settleSmallRows(rowsOf(runs))
  return rows.flatMap(({ runs: own, y, size }) => {
    const rightToLeft = 2 * own.filter((run) => run.rightToLeft).length > own.length
    const sorted = own.toSorted((a, b) => (rightToLeft ? endOf(b) - endOf(a) : a.x - b.x))
    const groups: PdfRun[][] = []
    let end: number | null = null
    let before = size
    for (const run of sorted) {
      if (run.text.trim() === '') {
        groups[groups.length - 1]?.push({ ...run, width: 0 })
        continue
      }
      const gap = end === null ? 0 : rightToLeft ? end - endOf(run) : run.x - end
      const type = markOf(run.text) === null ? run.size : size
      // A heading in a column beside the text has a larger type than what it stands beside.
      if (end === null || gap > gutterWidth * Math.min(before, type)) groups.push([run])
      else groups[groups.length - 1]?.push(run)
      end = rightToLeft ? Math.min(end ?? run.x, run.x) : Math.max(end ?? 0, endOf(run))
      before = type
    }
    const pieces = groups.map((group) => pieceOf(group, baselineOf(group, y)))
    const found = pieces.filter((piece) => piece !== null)
    return found.length > 0 ? [found] : []
  })
}

/** Of the largest runs: a mark at the front must not lift the line. */
const baselineOf = (runs: readonly PdfRun[], y: number): number => {
  const largest = Math.max(...runs.map((run) => (run.text.trim() === '' ? 0 : run.size)))
  return runs.find((run) => run.size >= 0.9 * largest && run.text.trim() !== '')?.y ?? y
}
