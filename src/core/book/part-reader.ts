// Parts of an archive that hold a book's text: how far they are read, and what of them could not be.
import type { ByteSource } from '../ports/books.ts'
import type { BookArchive } from './archive-text.ts'
import type { FlowItem } from './flow.ts'
import type { FlowPiece } from './flow-book.ts'
import { createMarkupParser, type MarkupEvents } from './markup.ts'
import { warn, type FormatEvent } from './reader.ts'

/** Decoded text, and how far into the file it reaches. */
export type TextChunk = { chunk: string; doneBytes: number }

export type PartReader = {
  /** A pass over the parts begins: only what the last one met is warned of. */
  begin(): void
  /** One of the parts; they are read in the order they were named in. */
  chunks(name: string): AsyncGenerator<TextChunk>
  warnings(): FormatEvent[]
}

/** Counts by what the parts are unpacked: the file is done when all of them are. */
export function createPartReader(
  source: ByteSource,
  archive: BookArchive,
  names: readonly string[],
): PartReader {
  const totalBytes = names.reduce((sum, name) => sum + archive.size(name), 0)
  let partsBytes = 0
  let replaced = 0
  return {
    begin() {
      partsBytes = 0
      replaced = 0
    },
    async *chunks(name) {
      const stream = archive.chunks(name, (count) => (replaced += count))
      for await (const { text, bytes } of stream) {
        partsBytes += bytes
        const doneBytes = Math.round((source.size * partsBytes) / Math.max(1, totalBytes))
        yield { chunk: text, doneBytes: Math.min(source.size, doneBytes) }
      }
    },
    warnings: () => (replaced > 0 ? [warn('bytes-replaced', { count: replaced })] : []),
  }
}

/** Sends XML through a flow; pieces come as the text does. Throws MarkupLimitError. */
export async function* piecesOfXml(
  chunks: AsyncIterable<TextChunk>,
  flow: { events: MarkupEvents; take(): FlowItem[]; end?(): void },
  maxNesting: number,
): AsyncGenerator<FlowPiece> {
  const parser = createMarkupParser('xml', flow.events, maxNesting)
  let reached = 0
  for await (const { chunk, doneBytes } of chunks) {
    parser.write(chunk)
    reached = doneBytes
    yield { items: flow.take(), doneBytes }
  }
  parser.end()
  flow.end?.()
  yield { items: flow.take(), doneBytes: reached }
}
