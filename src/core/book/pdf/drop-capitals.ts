// Drop capitals: one or two large letters over several lines, put before the first line that they stand beside.
import type { Line } from './line.ts'
import { joint, mostCommon } from './line.ts'

const capital = /^["“”„«‘'¿¡(]{0,2}\p{Lu}["’']?$|^["“„«‘'][\s]?\p{Lu}$/u

type Rows = Line[][]

/** So much larger than the text a capital is, and over no more than so many lines. */
const minRatio = 1.7
const maxLines = 6

/** Changes nothing where no line stands beside the letter: it is a heading then. */
export function placeDropCapitals(rows: Rows): Rows {
  const size = mostCommon(
    rows.flatMap((row) => row.map((line) => [line.size, line.text.length] as const)),
    0.1,
  )
  if (size === null) return rows
  const capitals = rows
    .flat()
    .filter((line) => line.size > minRatio * size && capital.test(line.text.trim()))
  if (capitals.length === 0) return rows
  const taken = new Set<Line>()
  const moved = new Map<Line, Line>()
  for (const letter of capitals.slice(0, 8)) {
    const beside = rows
      .flat()
      .filter(
        (line) =>
          line !== letter &&
          line.size < 0.7 * letter.size &&
          line.x0 >= letter.x1 - 0.5 * size &&
          line.x0 < letter.x1 + 1.2 * size &&
          line.y > letter.y - 0.95 * letter.size &&
          line.y < letter.y + 0.35 * size,
      )
      .sort((a, b) => a.y - b.y)
    const first = beside[0]
    if (!first || beside.length > maxLines) continue
    taken.add(letter)
    // The lines beside it begin where it does: they are not indented.
    for (const line of beside) moved.set(line, { ...line, x0: letter.x0 })
    moved.set(first, {
      ...first,
      text: `${letter.text.trim()}${joint}${first.text}`,
      x0: letter.x0,
      marks: first.marks.map(({ mark, at }) => ({ mark, at: at + letter.text.trim().length + 1 })),
    })
  }
  return rows
    .map((row) => row.filter((line) => !taken.has(line)).map((line) => moved.get(line) ?? line))
    .filter((row) => row.length > 0)
}
