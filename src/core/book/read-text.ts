// A text file's bytes as decoded chunks: what plain text, Markdown and HTML have in common.
import { fail } from '../base/failure-error.ts'
import type { ByteSource } from '../ports/books.ts'
import { warn, type FormatEvent, type TextBook } from './reader.ts'
import { createTextStream } from './text-encoding.ts'

export type TextReading = {
  /** The decoded beginning, for facts and layout. */
  sample: string
  /** The whole from the beginning; may be asked for more than once. */
  chunks(): AsyncIterable<{ chunk: string; doneBytes: number }>
  /** What is known before reading: a guessed encoding. */
  warnings(): FormatEvent[]
  /** What is known after reading: bytes that could not be read. */
  lastWarnings(): FormatEvent[]
}

/** Reads with the encoding that sniffing has found. */
export function readText(
  source: ByteSource,
  { sample, encoding: { label, guessed } }: TextBook,
  chunkBytes: number,
): TextReading {
  let replaced = 0
  return {
    sample: new TextDecoder(label).decode(sample, { stream: true }),
    async *chunks() {
      const stream = createTextStream(label)
      for (let offset = 0; offset < source.size;) {
        const bytes = await source.read(offset, Math.min(chunkBytes, source.size - offset))
        if (bytes.length === 0) throw fail('file-changed', { name: source.name })
        offset += bytes.length
        yield { chunk: stream.decode(bytes), doneBytes: offset }
      }
      yield { chunk: stream.end(), doneBytes: source.size }
      replaced = stream.replaced
    },
    warnings: () => (guessed ? [warn('encoding-guessed', { encoding: label })] : []),
    lastWarnings: () => (replaced > 0 ? [warn('bytes-replaced', { count: replaced })] : []),
  }
}
