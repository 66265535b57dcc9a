// Notes at the foot of a page: the smaller lines at the end of a column, from the first one with a mark on.
import { columnsOf, type TypeFacts } from './type-facts.ts'
import type { Line } from './line.ts'

export type FootNote = {
  /** Null: the rest of the note that the page before began. */
  mark: string | null
  lines: Line[]
}

const leadingMark = /^[([]?(\d{1,3}|[*∗†‡§¶‖]{1,3})[)\].]?(?=\s|\p{Lu}|["“„«])\s*/u

/** The mark a line begins with, and the line without it. */
function splitMark(line: Line): { mark: string; line: Line } | null {
  const [raised, ...marks] = line.marks
  if (raised && raised.at === 0) return { mark: raised.mark, line: { ...line, marks } }
  const match = leadingMark.exec(line.text)
  if (!match?.[1]) return null
  const { length } = match[0]
  const rest = line.marks.map(({ mark, at }) => ({ mark, at: Math.max(0, at - length) }))
  return { mark: match[1], line: { ...line, text: line.text.slice(length), marks: rest } }
}

/** The smaller lines that a column ends with. */
function tailOf(column: readonly Line[], size: number): Line[] {
  let from = column.length
  while (from > 0 && (column[from - 1]?.size ?? size) < 0.93 * size) from -= 1
  return column.slice(from)
}

/**
 * Takes a page's notes out of its lines. `open`: the page before ended inside a note, whose rest may come
 * without a mark.
 */
export function takeFootNotes(
  lines: readonly Line[],
  facts: TypeFacts,
  height: number,
  open: boolean,
): { body: Line[]; notes: FootNote[] } {
  const notes: FootNote[] = []
  const taken = new Set<Line>()
  const hasText = lines.some((line) => line.size >= 0.93 * facts.size)
  for (const column of columnsOf(lines)) {
    const tail = tailOf(column, facts.size)
    // A page of small type is no page of notes.
    if (!hasText || tail.length === 0 || (tail[0]?.y ?? 0) < 0.3 * height) continue
    const first = tail.findIndex((line) => splitMark(line) !== null)
    const continues = open && notes.length === 0
    if (first < 0 && !continues) continue
    for (const line of tail.slice(continues ? 0 : first)) {
      const split = splitMark(line)
      const last = notes[notes.length - 1]
      if (split) notes.push({ mark: split.mark, lines: [split.line] })
      else if (last) last.lines.push(line)
      else notes.push({ mark: null, lines: [line] })
      taken.add(line)
    }
  }
  return { body: lines.filter((line) => !taken.has(line)), notes }
}

/** Marks that are not raised, but that a note of the page answers to: `word*`, `word[3]`. */
export function takePlainMarks(line: Line, notes: readonly FootNote[]): Line {
  let result = line
  for (const { mark } of notes) {
    if (mark === null) continue
    const signs = /\d/.test(mark) ? `\\[${mark}\\]` : mark.replaceAll('*', '\\*')
    const match = new RegExp(`(?<=[\\p{L}\\p{P}])${signs}(?=[\\s\\p{P}]|$)`, 'u').exec(result.text)
    if (!match) continue
    const { index } = match
    const text = result.text.slice(0, index) + result.text.slice(index + match[0].length)
    result = { ...result, text, marks: [...result.marks, { mark, at: index }] }
  }
  return result
}
