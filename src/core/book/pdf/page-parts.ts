// A page's lines told apart: what runs at its edges, its notes, its text with its margins.
import type { LeftOutReason } from '../../../contract/index.ts'
import { cleanText } from '../clean-text.ts'
import { takeFootNotes, takePlainMarks, type FootNote } from './foot-notes.ts'
import type { Line, PageText } from './line.ts'
import type { PlacedLine } from './line-joins.ts'
import { columnsOf, marginsOf, type TypeFacts } from './type-facts.ts'

export type ToldPage = {
  lines: PlacedLine[]
  heads: { text: string; reason: LeftOutReason }[]
  feet: { text: string; reason: LeftOutReason }[]
  notes: FootNote[]
}

const bare = (line: Line) => ({ left: line.x0, right: line.x1, justified: false })

/** `openNote`: the page before ended inside a note. */
export function tellPage(
  page: number,
  { lines, height }: PageText,
  running: ReadonlyMap<Line, LeftOutReason>,
  facts: TypeFacts,
  openNote: boolean,
): ToldPage {
  const own = lines.filter((line) => !running.has(line))
  const { body, notes } = takeFootNotes(own, facts, height, openNote)
  const margins = new Map(
    columnsOf(body).flatMap((column) => {
      const of = marginsOf(column, page, facts)
      return column.map((line) => [line, of] as const)
    }),
  )
  const leftOut = (atTop: boolean) =>
    [...running]
      .filter(([line]) => line.y < height / 2 === atTop)
      .sort(([a], [b]) => a.y - b.y)
      .map(([line, reason]) => ({ text: cleanText(line.text), reason }))
  return {
    lines: body.map((line) => ({
      line: takePlainMarks(line, notes),
      page,
      margins: margins.get(line) ?? bare(line),
    })),
    heads: leftOut(true),
    feet: leftOut(false),
    notes,
  }
}
