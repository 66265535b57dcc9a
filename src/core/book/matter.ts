// What part of a book a chapter is, and whether it comes ticked: by its sections' words, by the package's, by
// its title, by its shape; the surest witness first.
import type { Block, Matter } from '../../contract/index.ts'
import { wordKey } from './clean-text.ts'
import type { FlowBlock } from './flow.ts'
import { isBareNumeral, labelOf } from './heading-words.ts'
import { matterOfTitle } from './matter-words.ts'

/** Kinds that are read aloud unless the person says otherwise. */
const spokenMatters: ReadonlySet<Matter> = new Set([
  'body',
  'part',
  'preface',
  'epilogue',
  'dedication',
])

export const isSpoken = (matter: Matter): boolean => spokenMatters.has(matter)

/** Kinds that stand apart from the chapter around them wherever they are. */
export const isDetached = (matter: Matter | null): boolean =>
  matter === 'notes' || matter === 'copyright'

export type MatterEvidence = {
  title: string
  bookTitle: string
  blocks: readonly FlowBlock[]
  /** What landmarks, guide or the file's name say. */
  hint: Matter | null
  /** Whether the title is the table of contents' word. */
  listed: boolean
  /** Whether a chapter of the body came before. */
  afterBody: boolean
}

const rights =
  /©|\(c\)\s*\d{4}|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti/i
const isbn = /\bISBN\b|\bISSN\b|library of congress|dépôt légal|depósito legal/i

/** Who made the file, from what, under which terms: two of them are an imprint without its name. */
const production = [
  /\be-?books?\b/i,
  /standard ebooks|project gutenberg|internet archive|hathitrust|google books/i,
  /public domain|\blicen[cs]e/i,
]
/** A line of nothing but a day: `12 March 2021`, `March 12, 2021`, `2021-03-12T00:00:00Z`. */
const day =
  /^(?:\p{L}{3,12}\.?\s)?\d{1,2}(?:\.|st|nd|rd|th)?,?\s(?:de\s)?(?:\p{L}{3,12}\.?,?\s)?(?:de\s)?\d{4}$|^\d{4}-\d\d(?:-\d\d(?:T[\d:.]+Z?)?)?$/u

/** Kinds whose pages are short: a hint is not believed about a long text. */
const shortKinds: ReadonlySet<Matter> = new Set([
  'cover',
  'title-page',
  'imprint',
  'dedication',
  'advertisement',
])

/** Kinds that are lists or pictures: a title alone is not believed about running text. */
const listKinds: ReadonlySet<Matter> = new Set(['cover', 'contents', 'notes', 'index'])

export function recogniseMatter(evidence: MatterEvidence): Matter {
  const { blocks, hint } = evidence
  const texts = blocks.map((flow) => flow.block)
  const characters = texts.reduce((sum, block) => sum + block.text.length, 0)
  const said = firstMatter(blocks)
  if (said && isDetached(said)) return said
  const onlyHeadings = texts.length > 0 && texts.every((block) => block.kind === 'heading')
  if (said && said !== 'part') return said
  const believable = hint && !(shortKinds.has(hint) && characters > 6000)
  if (believable && hint !== 'body') return hint
  const titled = matterOfTitle(evidence.title) ?? matterOfTitle(firstHeading(texts))
  const tooLong = titled && shortKinds.has(titled) && characters > 20_000
  const isDoubtful = titled && listKinds.has(titled) && isRunningText(blocks)
  if (titled && !tooLong && !isDoubtful) return titled
  if (labelOf(evidence.title)?.rank === 1 && characters < 1200) return 'part'
  if (said) return said
  const byShape = matterOfShape(evidence, texts, characters)
  if (byShape) return byShape
  const counted = isBareNumeral(evidence.title) || labelOf(evidence.title) !== null
  return onlyHeadings && !counted ? 'part' : 'body'
}

/** Text alone: a page of links, of rights, of nothing but the book's own title. */
function matterOfShape(
  { blocks, title, bookTitle, listed, afterBody }: MatterEvidence,
  texts: readonly Block[],
  characters: number,
): Matter | null {
  const linked = blocks.reduce((sum, flow) => sum + flow.linked, 0)
  const links = blocks.filter((flow) => flow.linked > 0).length
  if (links >= 5 && linked > 0.6 * characters) return 'contents'
  if (characters < 4000) {
    const whole = texts.map((block) => block.text).join('\n')
    if (rights.test(whole) && (isbn.test(whole) || /©|all rights reserved/i.test(whole)))
      return 'copyright'
    const isNameless = !listed && !afterBody && texts.every((block) => block.kind !== 'heading')
    if (isNameless && production.filter((words) => words.test(whole)).length > 1) return 'imprint'
  }
  if (afterBody || characters > 900 || texts.some(isProse)) return null
  if (blocks.some((flow) => flow.item)) return null
  const own = wordKey(bookTitle)
  if (own !== '' && isOwnTitle(wordKey(title), own)) return 'title-page'
  // Names, places and years in capitals, as old printers set them.
  const named = isBareNumeral(title) || labelOf(title) !== null
  const capitals = texts.every((block) => !/\p{Ll}/u.test(block.text))
  // A title, a name and a day above the first chapter.
  const dated = texts.length > 1 && texts.length < 10 && texts.some(({ text }) => day.test(text))
  return !listed && !named && (capitals || dated) ? 'title-page' : null
}

const credit = /^(?:by|translated|illustrated|edited|with|published|printed|from|von|par|de)\b/i

const endsSentence = /[.!?…]["'”’»)]*$/

/** A sentence of a story, not the lines of a title page: names and places have capitals. */
const isProse = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' &&
  endsSentence.test(text) &&
  !credit.test(text) &&
  (text.split(' ').length >= 3 || /[!?…]["'”’»)]*$|\s\p{Ll}/u.test(text))

/** Words of a paragraph that is more than an entry of a list. */
const runningWords = 14

/** A paragraph of a note begins with its number or its sign. */
const numbered = /^[\s[(]*(?:\d|[*†‡§¶])/

const isRunning = ({ block: { kind, text, noteId }, linked, item }: FlowBlock): boolean =>
  kind === 'paragraph' &&
  noteId === undefined &&
  item !== true &&
  linked < 0.2 * text.length &&
  endsSentence.test(text) &&
  text.split(' ').length >= runningWords &&
  !numbered.test(text) &&
  labelOf(text) === null

/** Whether most of the text is paragraphs of whole sentences. */
function isRunningText(blocks: readonly FlowBlock[]): boolean {
  let running = 0
  let all = 0
  for (const flow of blocks) {
    if (flow.block.kind === 'heading') continue
    all += flow.block.text.length
    if (isRunning(flow)) running += flow.block.text.length
  }
  return running > 0.6 * all
}

/** The book's title, alone or without its subtitle. */
const isOwnTitle = (key: string, book: string): boolean =>
  key === book || (key.length > 3 && (book.startsWith(key) || key.startsWith(book)))

/** The heading that it begins with: one after a sentence is of a part of it. */
const firstHeading = (blocks: readonly Block[]): string => {
  const first = blocks.find((block) => block.kind === 'heading' || isProse(block))
  return first?.kind === 'heading' ? first.text : ''
}

/** The word of the section that the chapter begins in. */
const firstMatter = (blocks: readonly FlowBlock[]): Matter | null =>
  blocks.find((flow) => flow.block.kind !== 'scene-break')?.matter ?? null
