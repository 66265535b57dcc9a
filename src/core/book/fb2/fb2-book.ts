// FictionBook, alone or in a zip: description, bodies, the cover among the binaries at its end.
import type { Archive, BookLimits, ByteSource } from '../../ports/books.ts'
import { fail } from '../../base/failure-error.ts'
import { createBookArchive } from '../archive-text.ts'
import { coverEvent } from '../cover-event.ts'
import { readFlowBook, type FlowPiece } from '../flow-book.ts'
import { textLimits } from '../limits.ts'
import type { MarkupEvents } from '../markup.ts'
import { createPartReader, piecesOfXml, type TextChunk } from '../part-reader.ts'
import { readText } from '../read-text.ts'
import {
  warn,
  type ArchiveBook,
  type FormatEvent,
  type FormatReader,
  type TextBook,
} from '../reader.ts'
import { createBase64, type Base64 } from './base64.ts'
import { createDescription } from './description.ts'
import { createFb2Flow } from './fb2-flow.ts'

type Chunks = AsyncIterable<TextChunk>

/** Gathers the one binary that the description calls the cover. */
function createCoverFinder(cover: () => string | null, maxCoverBytes: number) {
  let found: Base64 | null = null
  let inside = false
  return {
    open(name: string, attributes: Record<string, string>) {
      if (name !== 'binary' || found || attributes['id'] !== cover()) return
      found = createBase64(maxCoverBytes)
      inside = true
    },
    text(data: string) {
      if (inside) found?.push(data)
    },
    close(name: string) {
      if (name === 'binary') inside = false
    },
    event(): FormatEvent[] {
      if (cover() === null) return []
      if (!found) return [warn('resource-missing', { name: cover() ?? '' })]
      return [coverEvent(found.bytes())]
    },
  }
}

async function* readFb2(
  source: ByteSource,
  chunks: () => Chunks,
  warnings: () => FormatEvent[],
  { maxNesting, maxCoverBytes }: BookLimits,
): AsyncGenerator<FormatEvent> {
  const { events: ofDescription, description } = createDescription()
  const cover = createCoverFinder(() => description().cover, maxCoverBytes)
  let isFirstPass = true
  /** Whether the book is open: a file that was cut off ends there. */
  let isOpen = false

  async function* pieces(): AsyncGenerator<FlowPiece> {
    const flow = createFb2Flow()
    const listeners = isFirstPass ? [ofDescription, cover, flow.events] : [flow.events]
    isFirstPass = false
    const events: MarkupEvents = {
      open(name, attributes) {
        if (name === 'FictionBook') isOpen = true
        listeners.forEach((each) => each.open(name, attributes))
      },
      text: (data, from, to) => listeners.forEach((each) => each.text(data, from, to)),
      close(name) {
        // The parser itself closes what is open at the end.
        if (name === 'FictionBook' && !isRead) isOpen = false
        listeners.forEach((each) => each.close(name))
      },
    }
    let isRead = false
    async function* untilRead() {
      yield* chunks()
      isRead = true
    }
    yield* piecesOfXml(untilRead(), { ...flow, events }, maxNesting)
  }

  yield* readFlowBook({
    source,
    pieces,
    ownStarts: true,
    facts() {
      const { title, authors, language, series } = description()
      return { format: 'fb2', title, authors, language, ...(series !== null && { series }) }
    },
    before: () => [...(isOpen ? [warn('file-cut-off')] : []), ...warnings(), ...cover.event()],
  })
}

/** A single file. */
export const readFictionBook: FormatReader<TextBook> = async function* (
  source,
  sniffed,
  dependencies,
) {
  const text = readText(source, sniffed, dependencies.readChunkBytes)
  yield* readFb2(source, text.chunks, text.warnings, dependencies.limits)
  yield* text.lastWarnings()
}

/** The one entry of an archive that is a book. */
export const bookEntry = (archive: Archive): string | null => {
  const named = archive.names.filter((name) => /\.fb2$/i.test(name))
  return named[0] ?? archive.names[0] ?? null
}

/** A zip that holds one. */
export const readZippedFictionBook: FormatReader<ArchiveBook> = async function* (
  source,
  sniffed,
  { limits },
) {
  const name = bookEntry(sniffed.archive)
  if (name === null) throw fail('book-damaged', { name: source.name }, 'no book inside')
  const archive = createBookArchive(sniffed.archive, source.name, 2 * textLimits.maxContentBytes)
  const reader = createPartReader(source, archive, [name])
  const chunks = () => {
    reader.begin()
    return reader.chunks(name)
  }
  yield* readFb2(source, chunks, () => [], limits)
  yield* reader.warnings()
}
