// A single HTML file: read twice, first to learn which headings begin chapters, then for its blocks.
import { createChaptersOfItems } from '../chapters-of-items.ts'
import { titleOfFile } from '../title-of-file.ts'
import { cleanText } from '../clean-text.ts'
import { createHeadingStarts } from '../heading-starts.ts'
import { guessLanguage, languageSampleCharacters, languageTag } from '../language.ts'
import { readText } from '../read-text.ts'
import type { FormatEvent, FormatReader, TextBook } from '../reader.ts'
import { createHeadingCensus, type HeadingCensus } from '../heading-census.ts'
import { createHtmlFlow, type HtmlFlow } from './html-flow.ts'

/** What a file's head says of the book. */
type HtmlHead = { language: string; authors: string[] }

const authorNames = new Set(['author', 'dc.creator', 'dcterms.creator', 'aut'])

function readHead(head: HtmlHead, name: string, attributes: Record<string, string>) {
  if (name !== 'meta') {
    const tag = languageTag(attributes['lang'] ?? attributes['xml:lang'])
    if (tag !== 'und') head.language = tag
    return
  }
  const property = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase()
  const content = cleanText(attributes['content'] ?? '')
  if (authorNames.has(property) && content && !head.authors.includes(content))
    head.authors.push(content)
}

/** `The Project Gutenberg eBook of Emma, by Jane Austen` is two facts; `… | Project Gutenberg` is one. */
export function factsOfTitle(raw: string): { title: string; author: string | null } {
  const title = cleanText(raw).replace(/\s*[|–—-]+\s*(?:A )?Project Gutenberg(?: e-?book)?$/i, '')
  const match = /^(?:The )?Project Gutenberg (?:E-?Book|E-?Text|Edition)(?: of)?,? (.+)$/i.exec(
    title,
  )
  const bare = match?.[1] ?? title
  const byline = match || /, by /i.test(bare) ? /^(.+?),? by ([^,]+)\.?$/i.exec(bare) : null
  return { title: byline?.[1] ?? bare, author: byline?.[2] ?? null }
}

type Chunks = AsyncIterable<{ chunk: string; doneBytes: number }>

/** The first reading: the census is taken, and half of the work is done. Shared with Markdown. */
export async function* takeCensus(
  flow: HtmlFlow,
  census: HeadingCensus,
  chunks: Chunks,
  totalBytes: number,
): AsyncGenerator<FormatEvent> {
  for await (const { chunk, doneBytes } of chunks) {
    flow.write(chunk)
    census.push(flow.take())
    yield { kind: 'progress', doneBytes: Math.round(doneBytes / 2), totalBytes }
  }
  flow.end()
  census.push(flow.take())
}

/** The second reading: chapters of one stream of HTML. Markdown is rendered to HTML first. */
export async function* chaptersOfHtml(
  title: string,
  census: HeadingCensus,
  chunks: Chunks,
  totalBytes: number,
  maxNesting: number,
): AsyncGenerator<FormatEvent> {
  const flow = createHtmlFlow({ maxNesting })
  const starts = createHeadingStarts(census.chapterLevels(), census.nestingLevels())
  const chapters = createChaptersOfItems(title, starts)
  for await (const { chunk, doneBytes } of chunks) {
    flow.write(chunk)
    yield* chapters.push(flow.take())
    yield { kind: 'progress', doneBytes: Math.round((totalBytes + doneBytes) / 2), totalBytes }
  }
  flow.end()
  yield* chapters.push(flow.take())
  yield* chapters.end()
}

export const readHtml: FormatReader<TextBook> = async function* (
  source,
  sniffed,
  { readChunkBytes, limits: { maxNesting } },
) {
  const text = readText(source, sniffed, readChunkBytes)
  const head: HtmlHead = { language: 'und', authors: [] }
  const census = createHeadingCensus()
  const flow = createHtmlFlow({
    maxNesting,
    onHeadElement: (name, attributes) => readHead(head, name, attributes),
  })
  yield* takeCensus(flow, census, text.chunks(), source.size)
  const facts = factsOfTitle(flow.title())
  const title = facts.title || census.firstHeading() || titleOfFile(source.name)
  const authors = head.authors.length > 0 || !facts.author ? head.authors : [facts.author]
  const language =
    head.language === 'und'
      ? await guessLanguage(census.sample(2 * languageSampleCharacters))
      : head.language
  yield { kind: 'header', header: { format: 'html', title, authors, language } }
  yield* text.warnings()
  yield* chaptersOfHtml(title, census, text.chunks(), source.size, maxNesting)
  yield* text.lastWarnings()
}
