// A table's row is read as one block: its cells one after the other, a speaker's name before the words.
import { hasWords } from './clean-text.ts'
import type { FlowBlock } from './flow.ts'
import { joinLines, withReadings, withSource, type ReadLine } from './gathered-text.ts'

/** A row above this is laid out as a table, it is none: its blocks stay what they are. */
const maxCharacters = 6000
const maxBlocks = 40

export type TableRow = {
  /** Blocks met so far, with the number of their cell. */
  blocks: { cell: number; persona: boolean; flow: FlowBlock }[]
  characters: number
  cell: number
  persona: boolean
}

export const createTableRow = (): TableRow => ({
  blocks: [],
  characters: 0,
  cell: -1,
  persona: false,
})

/** Adds a block; false when the row has become too large to be one. */
export function addToRow(row: TableRow, flow: FlowBlock): boolean {
  row.blocks.push({ cell: Math.max(0, row.cell), persona: row.persona, flow })
  row.characters += flow.block.text.length
  return (
    row.characters <= maxCharacters &&
    row.blocks.length <= maxBlocks &&
    flow.block.kind !== 'heading'
  )
}

/** The blocks of a row that is none after all. */
export const blocksOfRow = (row: TableRow): FlowBlock[] => row.blocks.map((entry) => entry.flow)

/** One block for the row; null when it holds nothing to say. */
export function joinRow(row: TableRow): FlowBlock | null {
  const cells = new Map<number, { lines: ReadLine[]; persona: boolean; verse: boolean }>()
  let linked = 0
  for (const { cell, persona, flow } of row.blocks) {
    const known = cells.get(cell) ?? { lines: [], persona, verse: false }
    const { text, readings = [], source } = flow.block
    if (text !== '') known.lines.push({ text, readings, ...(source && { runs: source.runs }) })
    known.verse ||= flow.block.kind === 'verse'
    linked += flow.linked
    cells.set(cell, known)
  }
  const filled = [...cells.values()].filter((cell) => cell.lines.some(({ text }) => hasWords(text)))
  const first = row.blocks[0]?.flow
  if (!first || filled.length === 0) return null
  const verse = filled.some((cell) => cell.verse)
  const lines = filled.map((cell, index) => {
    const line = joinLines(cell.lines, cell.verse ? '\n' : ' ')
    // Without a sign a speaker's name and a column's word would run into what follows.
    if (index === filled.length - 1 || /\p{P}$/u.test(line.text)) return line
    return { ...line, text: `${line.text}${cell.persona ? '.' : ','}` }
  })
  const line = joinLines(lines, ' ')
  const noteMarks = row.blocks.flatMap(({ flow }) => flow.block.noteMarks ?? [])
  const noteId = row.blocks.find(({ flow }) => flow.block.noteId)?.flow.block.noteId
  return {
    block: {
      kind: verse ? 'verse' : 'paragraph',
      text: line.text,
      ...withReadings(line.readings),
      ...withSource(line),
      ...(noteId === undefined ? {} : { noteId }),
      ...(noteMarks.length === 0 ? {} : { noteMarks }),
    },
    matter: first.matter,
    linked,
  }
}
