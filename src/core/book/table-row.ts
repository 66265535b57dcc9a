// A table's row is read as one block: its cells one after the other, a speaker's name before the words.
import { hasWords } from './clean-text.ts'
import type { FlowBlock } from './flow.ts'

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
  const cells = new Map<number, { texts: string[]; persona: boolean; verse: boolean }>()
  let linked = 0
  for (const { cell, persona, flow } of row.blocks) {
    const known = cells.get(cell) ?? { texts: [], persona, verse: false }
    known.texts.push(flow.block.text)
    known.verse ||= flow.block.kind === 'verse'
    linked += flow.linked
    cells.set(cell, known)
  }
  const filled = [...cells.values()].filter((cell) => cell.texts.some(hasWords))
  const first = row.blocks[0]?.flow
  if (!first || filled.length === 0) return null
  const verse = filled.some((cell) => cell.verse)
  const texts = filled.map((cell, index) => {
    const text = cell.texts.filter(Boolean).join(cell.verse ? '\n' : ' ')
    if (index === filled.length - 1) return text
    // Without a sign a speaker's name and a column's word would run into what follows.
    return /\p{P}$/u.test(text) ? text : `${text}${cell.persona ? '.' : ','}`
  })
  const noteMarks = row.blocks.flatMap(({ flow }) => flow.block.noteMarks ?? [])
  const noteId = row.blocks.find(({ flow }) => flow.block.noteId)?.flow.block.noteId
  return {
    block: {
      kind: verse ? 'verse' : 'paragraph',
      text: texts.join(' '),
      ...(noteId === undefined ? {} : { noteId }),
      ...(noteMarks.length === 0 ? {} : { noteMarks }),
    },
    matter: first.matter,
    linked,
  }
}
