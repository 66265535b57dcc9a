// A Word document: its parts by relationship, the body, then the notes.
import { fail } from '../../base/failure-error.ts'
import { cleanText, shorten } from '../clean-text.ts'
import { createBookArchive, type BookArchive } from '../archive-text.ts'
import { notesStart, readFlowBook, type FlowFacts, type FlowPiece } from '../flow-book.ts'
import { languageTag } from '../language.ts'
import { textLimits } from '../limits.ts'
import type { MarkupEvents } from '../markup.ts'
import { createPartReader, piecesOfXml } from '../part-reader.ts'
import type { ArchiveBook, FormatReader } from '../reader.ts'
import { scanTexts, scanXml } from '../xml-scan.ts'
import { createDocxFlow } from './docx-flow.ts'
import { createNumbering } from './numbering.ts'
import { readParts } from './parts.ts'
import { createStyles } from './styles.ts'

const coreNames: ReadonlySet<string> = new Set(['title', 'creator', 'language'])

async function readCore(archive: BookArchive, name: string | null): Promise<FlowFacts> {
  const found = name ? await scanTexts(archive.stream(name), coreNames) : []
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
export const readDocx: FormatReader<ArchiveBook> = async function* (
  source,
  { archive: zip },
  { limits: { maxNesting } },
) {
  // What is read twice counts twice.
  const archive = createBookArchive(zip, source.name, 2 * textLimits.maxContentBytes)
  const root = await readParts(archive, '')
  const main = root('officeDocument') ?? archive.find('word/document.xml')
  if (!main) throw fail('book-damaged', { name: source.name }, 'no main document')
  const parts = await readParts(archive, main)
  const feed = async (name: string | null, events: MarkupEvents) => {
    if (name) await scanXml(archive.stream(name), events)
  }
  const core = await readCore(archive, root('core-properties'))
  const { styles, events: ofStyles } = createStyles()
  await feed(parts('styles'), ofStyles)
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) => {
    const name = parts(`${kind}s`)
    return name ? [{ kind, name }] : []
  })
  const reader = createPartReader(source, archive, [main, ...notes.map(({ name }) => name)])

  async function* pieces(): AsyncGenerator<FlowPiece> {
    reader.begin()
    const { numbers, events } = createNumbering()
    await feed(parts('numbering'), events)
    yield* piecesOfXml(reader.chunks(main ?? ''), createDocxFlow(styles, numbers), maxNesting)
    let isFirst = true
    for (const { kind, name } of notes) {
      const flow = createDocxFlow(styles, numbers, kind)
      for await (const piece of piecesOfXml(reader.chunks(name), flow, maxNesting)) {
        if (isFirst && piece.items.length > 0) {
          piece.items.unshift(notesStart)
          isFirst = false
        }
        yield piece
      }
    }
  }

  yield* readFlowBook({
    source,
    pieces,
    facts: () => ({ ...core, likelyLanguage: languageTag(styles.language) }),
    before: () => [],
  })
  yield* reader.warnings()
}
