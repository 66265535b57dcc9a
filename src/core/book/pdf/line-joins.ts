// Whether a line goes on where the one before it ended: by gap, indent, length, size and the ends of sentences.
import { isBareLabel } from '../heading-words.ts'
import { widthOf, type Line } from './line.ts'
import { isShort, type Margins, type TypeFacts } from './type-facts.ts'

/** A line with what is known of its place. */
export type PlacedLine = { line: Line; page: number; margins: Margins }

/** How a line stands to the one before it. */
export type Relation =
  | 'continues'
  /** A new paragraph. */
  | 'begins'
  /** A new one, with more room before it than paragraphs have. */
  | 'begins-after-gap'

const terminal = /[.!?:;…。！？]["'”’»)\]]*$/u
const lowerCase = /^["'“‘«(]?\p{Ll}/u
const hyphen = /[\p{L}\p{N}][-\u00ad\u2010\ufffe]$/u

const sizeAlike = (a: Line, b: Line): boolean => {
  if (Math.abs(a.size - b.size) <= 0.1 * Math.max(a.size, b.size)) return true
  // A line of small capitals is of the smaller size, though it begins the paragraph.
  const inCapitals = !/\p{Ll}/u.test(a.text)
  return inCapitals && a.size < b.size && a.size > 0.6 * b.size && widthOf(a) > 0.6 * widthOf(b)
}

const spanOf = ({ margins }: PlacedLine): number => margins.right - margins.left

export const indentOf = ({ line, margins }: PlacedLine): number => line.x0 - margins.left

export function relate(before: PlacedLine, after: PlacedLine, facts: TypeFacts): Relation {
  const { line: a } = before
  const { line: b } = after
  const sameColumn = before.page === after.page && a.column === b.column
  const size = Math.max(a.size, b.size)
  const leading = Math.max(
    facts.leading * (size > 1.1 * facts.size ? size / facts.size : 1),
    0.9 * size,
  )
  const step = b.y - a.y
  const alike = sizeAlike(a, b)
  if (sameColumn && (step > 1.8 * leading || step < -0.2 * size)) return 'begins-after-gap'
  if (!alike) return 'begins'
  // Lines of a heading are set wider, and end where the words do; a number's name is a heading of its own.
  if (size > 1.14 * facts.size && sameColumn)
    return step > 1.6 * leading || isBareLabel(a.text) ? 'begins' : 'continues'
  if (sameColumn && step > 1.28 * leading) return 'begins'
  const justified = before.margins.justified && before.margins.right - a.x1 > 0.4 * facts.size
  const short = isShort(a, b, before.margins) || (justified && terminal.test(a.text))
  // What ends in a hyphen, or fills its line in the middle of a sentence, goes on.
  const inSentence = !terminal.test(a.text) && lowerCase.test(b.text)
  const flush = sameColumn && Math.abs(b.x0 - a.x0) < 0.3 * facts.size
  const long = flush && widthOf(a) > 0.5 * (before.margins.right - before.margins.left)
  const open = hyphen.test(a.text) || (inSentence && (!short || long))
  if (open) return 'continues'
  const deeper = 0.7 * facts.size
  const indent = indentOf(after)
  if (sameColumn) {
    if (b.x0 > a.x0 + deeper) return 'begins'
    // Lines that are all set in are a quotation; one after another that begin so are paragraphs.
    const bothIndented =
      facts.indented && indent > deeper && Math.abs(b.x0 - a.x0) < 0.3 * facts.size
    if (bothIndented && terminal.test(a.text)) return 'begins'
    return short ? 'begins' : 'continues'
  }
  const [narrow, wide] = [spanOf(before), spanOf(after)].sort((one, other) => one - other)
  if (before.page === after.page && (narrow ?? 0) < 0.75 * (wide ?? 0)) return 'begins'
  if (indent > deeper && (facts.indented || indent > 3 * facts.size)) return 'begins'
  if (isBareLabel(b.text) && terminal.test(a.text)) return 'begins'
  return short && !(lowerCase.test(b.text) && !terminal.test(a.text)) ? 'begins' : 'continues'
}

/** Whether a line of justified text ends short by a hyphen that the file does not give. */
export function isCutShort({ line, margins }: PlacedLine): boolean {
  const missing = (margins.right - line.x1) / line.size
  return margins.justified && missing > 0.2 && missing < 0.65 && /\p{Ll}$/u.test(line.text)
}

/** Whether a line stands in the middle of its column, and not from edge to edge. */
export function isCentred({ line, margins }: PlacedLine): boolean {
  const left = line.x0 - margins.left
  const right = margins.right - line.x1
  return left > 1.5 * line.size && Math.abs(left - right) < 0.15 * (margins.right - margins.left)
}
