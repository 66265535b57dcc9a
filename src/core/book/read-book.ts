// Reads a book of any kind: sniffs it, hands it to its format's reader, ends with the file's digest.
import { fail } from '../base/failure-error.ts'
import type { ByteSource, ReadEvent } from '../ports/books.ts'
import { hasWords } from './clean-text.ts'
import { readDocx } from './docx/docx-book.ts'
import { isHeard } from './flow.ts'
import { readEpub } from './epub/epub-book.ts'
import { readFictionBook, readZippedFictionBook } from './fb2/fb2-book.ts'
import { readHtml } from './html/html-book.ts'
import { readMarkdown } from './markdown/markdown-book.ts'
import { textLimits } from './limits.ts'
import { MarkupLimitError } from './markup.ts'
import { readMobi } from './mobi/mobi-book.ts'
import { readOdt } from './odt/odt-book.ts'
import { readPdf } from './pdf/pdf-book.ts'
import type {
  ArchiveBook,
  ArchiveFormat,
  ByteBook,
  ByteFormat,
  FormatEvent,
  FormatReader,
  ReadDependencies,
  SniffedBook,
  TextBook,
  TextFormat,
} from './reader.ts'
import { readRtf } from './rtf/rtf-book.ts'
import { readScript } from './script/script-book.ts'
import { sniff } from './sniff.ts'
import { readPlainText } from './text/text-book.ts'

/** Adding a format is adding its row, its file, and how it is told. */
const archiveReaders: Record<ArchiveFormat, FormatReader<ArchiveBook>> = {
  epub: readEpub,
  docx: readDocx,
  odt: readOdt,
  fb2: readZippedFictionBook,
}
const textReaders: Record<TextFormat, FormatReader<TextBook>> = {
  text: readPlainText,
  markdown: readMarkdown,
  html: readHtml,
  fb2: readFictionBook,
  script: readScript,
}
const byteReaders: Record<ByteFormat, FormatReader<ByteBook>> = {
  pdf: readPdf,
  rtf: readRtf,
  mobi: readMobi,
}

const readFormat = (
  source: ByteSource,
  sniffed: SniffedBook,
  dependencies: ReadDependencies,
): AsyncIterable<FormatEvent> => {
  if ('archive' in sniffed) return archiveReaders[sniffed.format](source, sniffed, dependencies)
  if ('bytes' in sniffed) return byteReaders[sniffed.format](source, sniffed, dependencies)
  return textReaders[sniffed.format](source, sniffed, dependencies)
}

/** A cover and an ornament are no pages. */
const scannedPictures = 3

/** Whether an EPUB has pages that are pictures. */
const isScan = (sniffed: SniffedBook): boolean =>
  'archive' in sniffed &&
  sniffed.format === 'epub' &&
  sniffed.archive.names.filter((name) => /\.(?:jpe?g|png|gif|webp|tiff?)$/i.test(name)).length >=
    scannedPictures

/**
 * Yields the header, then chapters as they are found, cover and warnings between them, the digest last.
 * Fails with `file-empty`, `not-a-book`, `format-not-yet`, `book-damaged`, `book-protected`,
 * `book-hostile`, `book-scanned`, `book-without-text` and what the source fails with. Ending the iteration early frees
 * everything.
 */
export async function* readBook(
  source: ByteSource,
  dependencies: ReadDependencies,
): AsyncGenerator<ReadEvent, void, undefined> {
  const { name } = source
  const sniffed = await sniff(source, dependencies)
  let words = false
  let warnings = 0
  let isTorn = false
  try {
    for await (const event of readFormat(source, sniffed, dependencies)) {
      if (event.kind === 'chapter')
        words ||= event.chapter.blocks.some((block) => isHeard(block) && hasWords(block.text))
      if (event.kind === 'warning') warnings += 1
      if (event.kind === 'warning') isTorn ||= event.warning.code === 'resource-missing'
      if (event.kind !== 'warning' || warnings <= textLimits.maxWarnings) yield event
    }
  } catch (error) {
    if (error instanceof MarkupLimitError) throw fail('book-hostile', { name, limit: error.limit })
    throw error
  } finally {
    if ('archive' in sniffed) await sniffed.archive.close()
  }
  if (!words)
    throw fail(isScan(sniffed) && !isTorn ? 'book-scanned' : 'book-without-text', { name })
  yield { kind: 'end', sha256: await dependencies.digest() }
}
