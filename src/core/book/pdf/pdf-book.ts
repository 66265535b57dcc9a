// PDF: every page read once and kept as its lines; then heads told, paragraphs made, chapters begun.
import { createChaptersOfItems } from '../chapters-of-items.ts'
import { hasWords } from '../clean-text.ts'
import { fail } from '../../base/failure-error.ts'
import type { PdfDocument } from '../../ports/pdf.ts'
import type { FlowItem } from '../flow.ts'
import { createHeadingStarts } from '../heading-starts.ts'
import { createHeadingCensus } from '../heading-census.ts'
import { guessLanguage, languageSampleCharacters } from '../language.ts'
import { pdfLimits } from '../limits.ts'
import { warn, type FormatEvent, type FormatReader, type ByteBook } from '../reader.ts'
import { authorsOf, languageOf, titleOf } from './facts.ts'
import { createKeptPages } from './kept-pages.ts'
import type { PageText } from './line.ts'
import { createOutlineStarts } from './outline-starts.ts'
import { pageText } from './page-text.ts'
import { beginsChapters, createPageStarts } from './page-starts.ts'
import { stepsBetweenSigns, withSigns, type Steps } from './steps.ts'
import { createPdfFlow, type PdfFlow } from './pdf-flow.ts'

const blank: PageText = { width: 0, height: 0, lines: [], gutters: [] }
const isBlank = ({ lines }: PageText): boolean => !lines.some(({ text }) => hasWords(text))

/** Pages for telling the language, from the middle of the book on, and no more than a few. */
async function sampleOf(pdf: PdfDocument): Promise<string> {
  let text = ''
  const middle = Math.floor(pdf.pageCount / 2)
  for (let index = middle; index < Math.min(middle + 6, pdf.pageCount); index++) {
    const page = await pdf.page(index)
    if (page)
      text += pageText(page)
        .lines.map((line) => line.text)
        .join('\n')
    if (text.length > 2 * languageSampleCharacters) break
  }
  return text
}

type Starts = { push(items: readonly FlowItem[]): FlowItem[] }

/** Where there is no outline: at headings of the levels that chapters have; without any, by the page. */
function* startsWithoutOutline(flow: PdfFlow): Steps<Starts> {
  const census = createHeadingCensus()
  for (const items of flow.items(null)) {
    yield
    census.push(items)
  }
  const levels = () => createHeadingStarts(census.chapterLevels(), census.nestingLevels())
  const trial = levels()
  for (const items of flow.items(null)) {
    yield
    if (beginsChapters(trial.push(items))) return levels()
  }
  return createPageStarts()
}

async function* read(pdf: PdfDocument, name: string, size: number): AsyncGenerator<FormatEvent> {
  const facts = await pdf.facts()
  const title = titleOf(facts, name)
  const said = languageOf(facts)
  const language = said === 'und' ? await guessLanguage(await sampleOf(pdf)) : said
  yield { kind: 'header', header: { format: 'pdf', title, authors: authorsOf(facts), language } }

  const readPages = (count: number): FormatEvent => {
    const doneBytes = Math.round((size * count) / (pdf.pageCount + 1))
    return { kind: 'progress', doneBytes, totalBytes: size }
  }
  const pages = createKeptPages()
  let before: PageText | undefined
  let blanks = 0
  let characters = 0
  let unread = 0
  for (let index = 0; index < pdf.pageCount; index++) {
    const page = await pdf.page(index)
    if (!page) unread += 1
    const text = page ? pageText(page, before) : blank
    characters += text.lines.reduce((sum, line) => sum + line.text.length, 0)
    if (characters > pdfLimits.maxCharacters) throw fail('book-hostile', { name, limit: 'text' })
    pages.keep(text)
    before = text
    if (isBlank(text)) blanks += 1
    yield readPages(index + 1)
  }
  if (blanks === pages.count)
    throw unread === pages.count ? fail('book-damaged', { name }) : fail('book-scanned', { name })
  if (blanks > 0) yield warn('pages-without-text', { count: blanks })

  const outline = createOutlineStarts(await pdf.outline())
  yield* outline.warnings()
  if (!outline.usable) yield warn('no-toc')
  const sign = readPages(pages.count)
  const flow = yield* withSigns(createPdfFlow(pages), sign)
  const headings = outline.usable ? null : yield* withSigns(startsWithoutOutline(flow), sign)
  const chapters = createChaptersOfItems(title, headings)
  let page = 0
  for (const items of flow.items(outline.usable ? outline.place : null)) {
    yield* chapters.push(items)
    page += 1
    if (page % stepsBetweenSigns === 0) yield sign
  }
  yield* chapters.end()
  yield { kind: 'progress', doneBytes: size, totalBytes: size }
}

/** Fails with `book-protected`, `book-damaged`, `book-hostile`, `book-scanned`. */
export const readPdf: FormatReader<ByteBook> = async function* (
  source,
  _sniffed,
  { openPdf, limits },
) {
  const pdf = await openPdf(source, { ...pdfLimits, maxPages: limits.maxPages })
  try {
    yield* read(pdf, source.name, source.size)
  } finally {
    await pdf.close()
  }
}
