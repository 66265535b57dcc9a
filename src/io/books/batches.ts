// Events in batches: few messages for a book, and never more under way than one batch.
import type { ReadEvent } from '../../core/ports/books.ts'

/** What the reader's process is told. */
export type OpenBook = { path: string; maxFileBytes: number; readChunkBytes: number }

export type Batch = { events: ReadEvent[]; done: boolean }

/** A batch is full at so many events, so much text or after so long; one event may take more than that. */
const maxEvents = 64
const maxMs = 250
const maxCharacters = 256 * 1024

const sizeOf = (event: ReadEvent): number => {
  if (event.kind === 'cover') return event.bytes.length
  if (event.kind !== 'chapter') return 0
  return event.chapter.blocks.reduce((sum, block) => sum + block.text.length, 0)
}

/** Each call reads on until a batch is full or the book ends. */
export function createBatches(events: AsyncIterable<ReadEvent>): () => Promise<Batch> {
  const iterator = events[Symbol.asyncIterator]()
  return async () => {
    const batch: Batch = { events: [], done: false }
    let characters = 0
    const end = performance.now() + maxMs
    const isLate = () => batch.events.length > 0 && performance.now() > end
    while (batch.events.length < maxEvents && characters < maxCharacters && !isLate()) {
      const { value, done } = await iterator.next()
      if (done) return { ...batch, done: true }
      // Of progress only the last matters.
      const last = batch.events[batch.events.length - 1]
      if (value.kind === 'progress' && last?.kind === 'progress') batch.events.pop()
      batch.events.push(value)
      characters += sizeOf(value)
    }
    return batch
  }
}
