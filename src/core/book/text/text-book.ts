// Plain text, streamed: decoded, cut into lines, grouped, and out as chapters; memory stays the same.
import { createChaptersOfItems } from '../chapters-of-items.ts'
import { titleOfFile } from '../title-of-file.ts'
import { guessLanguage, languageTag } from '../language.ts'
import { gutenbergFacts } from '../gutenberg.ts'
import { createHeadingStarts } from '../heading-starts.ts'
import type { FormatReader, TextBook } from '../reader.ts'
import { readText } from '../read-text.ts'
import { createLineSplitter } from './lines.ts'
import { detectLayout } from './layout.ts'
import { createTextFlow } from './text-flow.ts'
import { cleanText } from '../clean-text.ts'

/** Lines the layout is told from. */
const layoutCharacters = 192 * 1024

export const readPlainText: FormatReader<TextBook> = async function* (
  source,
  sniffed,
  dependencies,
) {
  const text = readText(source, sniffed, dependencies.readChunkBytes)
  const beginning = text.sample.slice(0, layoutCharacters)
  const lines = beginning.split(/\r\n|[\n\r]/)
  // The header's and the licence's lines say little of the book's.
  const first = lines.findIndex((line) => /START OF (?:TH(?:E|IS) )?PROJECT GUTENBERG/.test(line))
  const layout = detectLayout(lines.slice(first + 1, first + 1 + 2500))
  const facts = gutenbergFacts(beginning.slice(0, 8192).replace(/\r\n?/g, '\n'))
  const title = cleanText(facts.title ?? '') || titleOfFile(source.name)
  const middle = lines
    .slice(first + 1)
    .join('\n')
    .slice(0, 12_000)
    .slice(-8000)
  const named = languageTag(facts.language)
  const language = named === 'und' ? await guessLanguage(cleanText(middle)) : named
  const authors = facts.author ? [cleanText(facts.author)] : []
  yield { kind: 'header', header: { format: 'text', title, authors, language } }
  yield* text.warnings()

  const splitter = createLineSplitter()
  const flow = createTextFlow(layout)
  const chapters = createChaptersOfItems(title, createHeadingStarts(new Set([1, 2, 3])))

  for await (const { chunk, doneBytes } of text.chunks()) {
    yield* chapters.push(flow.push(splitter.push(chunk)))
    yield { kind: 'progress', doneBytes, totalBytes: source.size }
  }
  yield* chapters.push(flow.push(splitter.end()))
  yield* chapters.push(flow.end())
  yield* chapters.end()
  yield* text.lastWarnings()
}
