// A rich text document, streamed: bytes to tokens to blocks.
import { fail } from '../../base/failure-error.ts'
import { readFlowBook, type FlowPiece } from '../flow-book.ts'
import { warn, type ByteBook, type FormatReader } from '../reader.ts'
import { createRtfFlow, type RtfFlow } from './rtf-flow.ts'
import { createRtfTokenizer } from './tokenizer.ts'

/** Reads an RTF. Fails with `book-hostile`, `file-changed`. */
export const readRtf: FormatReader<ByteBook> = async function* (
  source,
  _,
  { readChunkBytes, limits: { maxNesting } },
) {
  let first: RtfFlow | null = null
  let isWhole = true

  async function* pieces(): AsyncGenerator<FlowPiece> {
    const flow = createRtfFlow(maxNesting)
    first ??= flow
    const tokenizer = createRtfTokenizer(flow.events)
    for (let offset = 0; offset < source.size;) {
      const bytes = await source.read(offset, Math.min(readChunkBytes, source.size - offset))
      if (bytes.length === 0) throw fail('file-changed', { name: source.name })
      offset += bytes.length
      tokenizer.write(bytes)
      yield { items: flow.take(), doneBytes: offset }
    }
    tokenizer.end()
    isWhole = tokenizer.isWhole()
    flow.end()
    yield { items: flow.take(), doneBytes: source.size }
  }

  yield* readFlowBook({
    source,
    pieces,
    facts: () => ({
      format: 'rtf',
      title: first?.head.title ?? '',
      authors: first?.head.authors ?? [],
      language: 'und',
      likelyLanguage: first?.language() ?? 'und',
    }),
    before: () => (isWhole ? [] : [warn('file-cut-off')]),
  })
}
