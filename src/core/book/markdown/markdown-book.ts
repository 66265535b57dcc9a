// Markdown: rendered piece by piece to HTML, which is read as any other.
import { titleOfFile } from '../title-of-file.ts'
import { cleanText } from '../clean-text.ts'
import { guessLanguage, languageSampleCharacters, languageTag } from '../language.ts'
import { readText } from '../read-text.ts'
import type { FormatReader, TextBook } from '../reader.ts'
import { chaptersOfHtml, takeCensus } from '../html/html-book.ts'
import { createHeadingCensus } from '../heading-census.ts'
import { createHtmlFlow } from '../html/html-flow.ts'
import { createRenderer } from './renderer.ts'
import { createPieces } from './pieces.ts'
import { parseFrontMatter } from './front-matter.ts'
import { withoutExtensions } from './extensions.ts'

type Chunks = AsyncIterable<{ chunk: string; doneBytes: number }>

/** Open brackets cost the square of their number; no page of a book has so many. */
const maxBrackets = 12_000

/** Decoded chunks to rendered ones; memory holds one piece. */
async function* rendered(chunks: Chunks): Chunks {
  let notes = 0
  const nextNote = () => `in-place-${(notes += 1)}`
  const whole = await createRenderer(nextNote, 'with links')
  const withoutLinks = await createRenderer(nextNote, 'without links')
  const pieces = createPieces()
  const render = (text: string) => {
    const markdown = text.split('[').length > maxBrackets ? withoutLinks : whole
    return markdown.render(withoutExtensions(text))
  }
  let last = 0
  for await (const { chunk, doneBytes } of chunks) {
    last = doneBytes
    for (const piece of pieces.push(chunk)) yield { chunk: render(piece), doneBytes }
  }
  for (const piece of pieces.end()) yield { chunk: render(piece), doneBytes: last }
}

export const readMarkdown: FormatReader<TextBook> = async function* (
  source,
  sniffed,
  { readChunkBytes, limits: { maxNesting } },
) {
  const text = readText(source, sniffed, readChunkBytes)
  const facts = parseFrontMatter(text.sample)
  const census = createHeadingCensus()
  const flow = createHtmlFlow({ maxNesting })
  yield* takeCensus(flow, census, rendered(text.chunks()), source.size)
  const title = facts.title || census.firstHeading() || titleOfFile(source.name)
  const named = languageTag(facts.language)
  const language =
    named === 'und' ? await guessLanguage(census.sample(2 * languageSampleCharacters)) : named
  const authors = facts.authors.map(cleanText)
  yield { kind: 'header', header: { format: 'markdown', title, authors, language } }
  yield* text.warnings()
  yield* chaptersOfHtml(title, census, rendered(text.chunks()), source.size, maxNesting)
  yield* text.lastWarnings()
}
