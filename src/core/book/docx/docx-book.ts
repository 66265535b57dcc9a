// A Word document: its parts by relationship, the body, then the notes.
import { fail } from '../../base/failure-error.ts'
import { cleanText, shorten } from '../clean-text.ts'
import { createBookArchive, type BookArchive } from '../epub/archive-text.ts'
import type { FlowItem } from '../flow.ts'
import { notesStart, readFlowBook, type FlowFacts, type FlowPiece } from '../flow-book.ts'
import { languageTag } from '../language.ts'
import { textLimits } from '../limits.ts'
import { createMarkupParser, type MarkupEvents } from '../markup.ts'
import { warn, type ArchiveBook, type FormatEvent, type FormatReader } from '../reader.ts'
import { scanTexts, scanXml } from '../xml-scan.ts'
import { createDocxFlow, type DocxFlow } from './docx-flow.ts'
import { createNumbering } from './numbering.ts'
import { ignoreReplaced, readParts } from './parts.ts'
import { createStyles } from './styles.ts'

const coreNames: ReadonlySet<string> = new Set(['title', 'creator', 'language'])

async function readCore(archive: BookArchive, name: string | null): Promise<FlowFacts> {
  const found = name ? await scanTexts(archive.stream(name, ignoreReplaced), coreNames) : []
  const textOf = (wanted: string) =>
    cleanText(found.find((each) => each.name === wanted && each.text.trim())?.text ?? '')
  const authors = textOf('creator')
    .split(/\s*;\s*/)
    .slice(0, 64)
    .filter(Boolean)
  return {
    format: 'docx',
    title: shorten(textOf('title'), 500),
    authors: [...new Set(authors.map((author) => shorten(author, 200)))],
    language: languageTag(textOf('language')),
  }
}

/** Reads a DOCX. Fails with `book-damaged`, `book-hostile`. */
export const readDocx: FormatReader<ArchiveBook> = async function* (source, { archive: zip }) {
  // What is read twice counts twice.
  const archive = createBookArchive(zip, source.name, 2 * textLimits.maxContentBytes)
  const root = await readParts(archive, '')
  const main = root('officeDocument') ?? archive.find('word/document.xml')
  if (!main) throw fail('book-damaged', { name: source.name }, 'no main document')
  const parts = await readParts(archive, main)
  const feed = async (name: string | null, events: MarkupEvents) => {
    if (name) await scanXml(archive.stream(name, ignoreReplaced), events)
  }
  const core = await readCore(archive, root('core-properties'))
  const { styles, events: ofStyles } = createStyles()
  await feed(parts('styles'), ofStyles)
  let replaced = 0

  async function* read(name: string, flow: DocxFlow): AsyncGenerator<FlowItem[]> {
    const parser = createMarkupParser('xml', flow.events)
    for await (const chunk of archive.stream(name, (count) => (replaced = count))) {
      parser.write(chunk)
      yield flow.take()
    }
    parser.end()
    flow.end()
    yield flow.take()
  }

  async function* pieces(): AsyncGenerator<FlowPiece> {
    const { numbers, events } = createNumbering()
    await feed(parts('numbering'), events)
    for await (const items of read(main ?? '', createDocxFlow(styles, numbers)))
      yield { items, doneBytes: 0 }
    let isFirst = true
    for (const kind of ['footnote', 'endnote'] as const) {
      const name = parts(`${kind}s`)
      if (!name) continue
      for await (const items of read(name, createDocxFlow(styles, numbers, kind))) {
        if (items.length === 0) continue
        yield { items: isFirst ? [notesStart, ...items] : items, doneBytes: source.size }
        isFirst = false
      }
    }
  }

  yield* readFlowBook({
    source,
    pieces,
    facts: () => ({ ...core, likelyLanguage: languageTag(styles.language) }),
    before: () => [],
  })
  if (replaced > 0) yield warn('bytes-replaced', { count: replaced }) satisfies FormatEvent
}
