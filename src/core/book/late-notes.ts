// Notes that stand in a book's text: kept until it is over, for they come last.
import type { FlowBlock, FlowItem } from './flow.ts'
import { notesStart } from './flow-book.ts'
import { blockCost, textLimits } from './limits.ts'
import { MarkupLimitError } from './markup.ts'

export type LateNotes = {
  /** Throws MarkupLimitError where there are more than anyone wrote. */
  add(flow: FlowBlock): void
  /** All of them, with where they begin; none are left. */
  take(): FlowItem[]
}

export function createLateNotes(): LateNotes {
  let items: FlowItem[] = []
  let characters = 0
  return {
    add(flow) {
      characters += flow.block.text.length + blockCost
      if (characters > textLimits.maxNoteCharacters) throw new MarkupLimitError('notes')
      if (items.length === 0) items.push(notesStart)
      items.push({ kind: 'block', ...flow })
    },
    take() {
      const all = items
      items = []
      return all
    },
  }
}
