// Blocks of any format without a table of contents to chapters: learns from all of them where chapters begin.
import { createChaptersOfItems } from './chapters-of-items.ts'
import { titleOfFile } from './title-of-file.ts'
import { primaryOf, type BookFormat } from '../../contract/index.ts'
import type { ByteSource } from '../ports/books.ts'
import type { ChapterStart, FlowItem } from './flow.ts'
import { createHeadingStarts } from './heading-starts.ts'
import { labelOf } from './heading-words.ts'
import { createHeadingCensus } from './heading-census.ts'
import { guessLanguage, languageSampleCharacters } from './language.ts'
import { textLimits } from './limits.ts'
import { MarkupLimitError } from './markup.ts'
import { matterOfTitle } from './matter-words.ts'
import type { FormatEvent } from './reader.ts'

/** What a reading pass yields: blocks, and how far it is. */
export type FlowPiece = { items: FlowItem[]; doneBytes: number }

/** What the file says of the book, as far as it does. */
export type FlowFacts = {
  format: BookFormat
  title: string
  authors: string[]
  /** What the book calls its language; `und` where it does not. */
  language: string
  /** A program's default: believed where the text does not say otherwise. */
  likelyLanguage?: string
  series?: string
}

export type FlowBook = {
  source: ByteSource
  /** The whole book from its beginning; asked for twice when it is too long to be kept. */
  pieces: () => AsyncIterable<FlowPiece>
  /** Whether the items say themselves where chapters begin. */
  ownStarts?: boolean
  /** Asked when the first pass is over. */
  facts: () => FlowFacts
  /** Cover and warnings, after the header. */
  before: () => readonly FormatEvent[] | Promise<readonly FormatEvent[]>
}

/** Where a page begins; formats put it in, and it counts where a book has no headings. */
export const pageStart: FlowItem = { kind: 'anchor', id: 'page' }

/** What is before a book's notes, which come last. */
export const notesStart: FlowItem = {
  kind: 'start',
  title: null,
  level: 1,
  matter: 'notes',
  linear: true,
}

/** A book up to this long is read once and kept until its chapters are known. */
const keptCharacters = 6 * 1024 ** 2
const keptItems = 30_000
/** Pages shorter than this on average are pages, no chapters. */
const pagedChapterCharacters = 2500

const labelled = (item: FlowItem): number =>
  item.kind === 'block' &&
  item.block.kind === 'paragraph' &&
  item.block.leftOut === undefined &&
  item.matter === null &&
  item.block.text.length <= 120
    ? (labelOf(item.block.text)?.rank ?? 0)
    : 0

/** Chapters that are typed and not styled: `Chapter IV` on a line of its own. */
const withHeadings = (items: readonly FlowItem[]): FlowItem[] =>
  items.map((item): FlowItem => {
    const rank = labelled(item)
    if (rank === 0 || item.kind !== 'block') return item
    return { ...item, block: { ...item.block, kind: 'heading', level: rank } }
  })

const untitled: ChapterStart = { title: null, level: 1, matter: null, linear: true }

const withPages = (items: readonly FlowItem[]): FlowItem[] =>
  items.map((item) => (item === pageStart ? { kind: 'start', ...untitled } : item))

/** A book that is typed in the style of programs from beginning to end is heard all the same. */
const withDoubtful = (items: readonly FlowItem[]): FlowItem[] =>
  items.map((item): FlowItem => {
    if (item.kind !== 'block' || !item.doubtful) return item
    const { leftOut: _, ...block } = item.block
    return { ...item, block }
  })

/** One of several empty paragraphs after one another says as much as all of them. */
function createBreakFilter(): (items: readonly FlowItem[]) => FlowItem[] {
  let wasBreak = false
  return (items) =>
    items.filter((item) => {
      const isBreak = item.kind === 'block' && item.block.kind === 'scene-break'
      const isRepeated = wasBreak && isBreak && item.tentative === true
      if (item.kind === 'block') wasBreak = isBreak
      return !isRepeated
    })
}

/** What a first pass has learned. */
function createSurvey() {
  const census = createHeadingCensus()
  let kept: FlowPiece[] | null = []
  let items = 0
  let characters = 0
  let labels = 0
  let pages = 0
  let doubtful = 0
  return {
    push(piece: FlowPiece) {
      census.push(piece.items)
      items += piece.items.length
      if (items > textLimits.maxParagraphs) throw new MarkupLimitError('number of paragraphs')
      for (const item of piece.items) {
        if (item === pageStart) pages += 1
        if (item.kind === 'block') characters += item.block.text.length
        if (item.kind === 'block' && item.doubtful) doubtful += item.block.text.length
        // Asked for nothing but books without headings: it is dear.
        if (census.firstHeading() === '' && labelled(item) > 0) labels += 1
      }
      if (characters > keptCharacters || items > keptItems) kept = null
      kept?.push(piece)
    },
    kept: () => kept,
    census,
    /** Whether most of the book is what is left out in doubt. */
    isDoubtful: () => doubtful > characters / 2,
    /** How chapters are told where there are no headings. */
    manner: (): 'headings' | 'labels' | 'pages' => {
      if (census.firstHeading() !== '') return 'headings'
      if (labels > 1) return 'labels'
      return pages > 0 && characters / (pages + 1) >= pagedChapterCharacters ? 'pages' : 'headings'
    },
  }
}

/** The first heading, unless it is a chapter's; then the file's name. */
const titleOf = (heading: string, fileName: string): string =>
  heading !== '' && matterOfTitle(heading) === null && labelOf(heading) === null
    ? heading
    : titleOfFile(fileName)

async function languageOf(facts: FlowFacts, sample: string): Promise<string> {
  if (facts.language !== 'und') return facts.language
  const likely = facts.likelyLanguage ?? 'und'
  const guessed = await guessLanguage(sample)
  return guessed === 'und' || primaryOf(guessed) === primaryOf(likely) ? likely : guessed
}

/** Header, what comes before, then the chapters. */
export async function* readFlowBook(book: FlowBook): AsyncGenerator<FormatEvent> {
  const { source, pieces } = book
  const survey = createSurvey()
  const progress = (doneBytes: number): FormatEvent => {
    const totalBytes = source.size
    return { kind: 'progress', doneBytes: Math.min(Math.round(doneBytes), totalBytes), totalBytes }
  }
  // Half of the work: a long book is read again. A short one is kept, and has its second half at once.
  for await (const piece of pieces()) {
    survey.push(piece)
    yield progress(piece.doneBytes / 2)
  }
  const facts = book.facts()
  const { format, authors, series } = facts
  const title = facts.title || titleOf(survey.census.firstHeading(), source.name)
  const language = await languageOf(facts, survey.census.sample(2 * languageSampleCharacters))
  const header = { format, title, authors, language, ...(series !== undefined && { series }) }
  yield { kind: 'header', header }
  yield* await book.before()

  const manner = book.ownStarts ? 'own' : survey.manner()
  const headings =
    manner === 'labels'
      ? createHeadingStarts(new Set([1, 2, 3]))
      : manner === 'own'
        ? null
        : createHeadingStarts(survey.census.chapterLevels(), survey.census.nestingLevels())
  const chapters = createChaptersOfItems(title, headings)
  const single = createBreakFilter()
  const prepared = (items: readonly FlowItem[]) =>
    manner === 'labels' ? withHeadings(items) : manner === 'pages' ? withPages(items) : items
  const isDoubtful = survey.isDoubtful()
  for await (const { items, doneBytes } of survey.kept() ?? pieces()) {
    yield* chapters.push(single(prepared(isDoubtful ? withDoubtful(items) : items)))
    yield progress((source.size + doneBytes) / 2)
  }
  yield* chapters.end()
}
