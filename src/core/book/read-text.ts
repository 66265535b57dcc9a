// A text file's bytes as decoded chunks: what plain text, Markdown and HTML have in common.
import { fail } from '../base/failure-error.ts'
import type { ByteSource } from '../ports.ts'
import { warn, type FormatEvent } from './reader.ts'
import { createTextStream, detectEncoding } from './text-encoding.ts'

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

/** `declarations`: whether an encoding named in the text counts. */
export async function readText(
  source: ByteSource,
  sample: Uint8Array,
  chunkBytes: number,
  declarations: boolean,
): Promise<TextReading> {
  const { label, guessed } = await detectEncoding(sample, { declarations })
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
