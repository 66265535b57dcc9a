// A script: lines of `NAME: words`, streamed; chapters by its acts and scenes.
import { cleanText, shorten } from '../clean-text.ts'
import { readFlowBook, type FlowPiece } from '../flow-book.ts'
import { readText } from '../read-text.ts'
import type { FormatReader, TextBook } from '../reader.ts'
import { createLineSplitter } from '../text/lines.ts'
import { createScriptFlow } from './script-flow.ts'
import { isDirection, scriptHeading, speakerOf } from './speech-line.ts'

/** Title and author where they stand at the top: lines of their own, or named. */
function factsOf(beginning: string): { title: string; author: string } {
  const lines = beginning.slice(0, 4000).split(/\r\n|[\n\r]/)
  const named = (name: RegExp) => lines.slice(0, 12).find((line) => name.test(line))
  const valueOf = (line: string | undefined) => cleanText(line?.replace(/^[^:]*:/, '') ?? '')
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const isTitle =
    first.length <= 100 && !speakerOf(first) && !isDirection(first) && !scriptHeading(first)
  const byline = named(/^\s*by\s+\p{Lu}/iu)
  return {
    title: shorten(valueOf(named(/^\s*title:/i)) || (isTitle ? cleanText(first) : ''), 200),
    author: shorten(
      valueOf(named(/^\s*author:/i)) || cleanText(byline?.replace(/^\s*by\s+/i, '') ?? ''),
      200,
    ),
  }
}

export const readScript: FormatReader<TextBook> = async function* (source, sniffed, dependencies) {
  const text = readText(source, sniffed, dependencies.readChunkBytes)
  const { title, author } = factsOf(text.sample)

  async function* pieces(): AsyncGenerator<FlowPiece> {
    const splitter = createLineSplitter()
    const flow = createScriptFlow(dependencies.speakers)
    for await (const { chunk, doneBytes } of text.chunks())
      yield { items: flow.push(splitter.push(chunk)), doneBytes }
    yield { items: [...flow.push(splitter.end()), ...flow.end()], doneBytes: source.size }
  }

  yield* readFlowBook({
    source,
    pieces,
    ownStarts: true,
    facts: () => ({
      format: 'script',
      title,
      authors: author === '' ? [] : [author],
      language: 'und',
    }),
    before: text.warnings,
  })
  yield* text.lastWarnings()
}
