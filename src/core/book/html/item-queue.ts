// What is finished of a document and not yet taken: what a block is of may turn out at its end.
import type { FlowItem } from '../flow.ts'

export type ItemQueue = {
  /** All items so far, the taken ones too. */
  readonly count: number
  push(item: FlowItem): void
  /** Makes the blocks from there on those of a note; false where they are more than one note. */
  asNote(from: number, noteId: string): boolean
  /** Items up to there; all of them where so many are held that they are no note. */
  take(upTo: number): FlowItem[]
}

/** A note is not longer. */
const maxNoteBlocks = 60

export function createItemQueue(): ItemQueue {
  let items: FlowItem[] = []
  let taken = 0
  return {
    get count() {
      return taken + items.length
    },
    push: (item) => void items.push(item),
    asNote(from, noteId) {
      const own = items.slice(Math.max(0, from - taken))
      const isHeading = (item: FlowItem) => item.kind === 'block' && item.block.kind === 'heading'
      if (from < taken || own.length > maxNoteBlocks || own.some(isHeading)) return false
      items.splice(from - taken, own.length, ...own.map((item) => ofNote(item, noteId)))
      return true
    },
    take(upTo) {
      const isNote = taken + items.length - upTo <= maxNoteBlocks
      const length = isNote ? Math.max(0, upTo - taken) : items.length
      const done = items.slice(0, length)
      items = items.slice(length)
      taken += done.length
      return done
    },
  }
}

const ofNote = (item: FlowItem, noteId: string): FlowItem =>
  item.kind === 'block' && item.matter !== 'notes'
    ? { ...item, matter: 'notes', block: { ...item.block, noteId } }
    : item
