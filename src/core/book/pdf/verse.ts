// Verse, lists and rows of tables: lines one below the other that end where they like, kept as lines of one block.
import { isBareLabel } from '../heading-words.ts'
import type { Passage, PassageItem } from './passages.ts'
import type { TypeFacts } from './type-facts.ts'

const minLines = 3
const maxHeld = 200
const ends = /[.!?…]["'”’»)]*$/u

/** The only line of a passage; null of one that has more. */
const onlyLine = ({ lines }: Passage) => (lines.length === 1 ? (lines[0] ?? null) : null)

/** Whether two passages of a line each may be lines of one stanza. */
function follows(before: Passage, after: Passage, facts: TypeFacts): boolean {
  const a = onlyLine(before)
  const b = onlyLine(after)
  if (!a || !b || a.page !== b.page || a.line.column !== b.line.column) return false
  const step = b.line.y - a.line.y
  const alike = Math.abs(a.line.size - b.line.size) < 0.1 * a.line.size
  return alike && step > 0 && step < 1.7 * Math.max(facts.leading, 1.1 * a.line.size)
}

/** Short paragraphs end in a full stop, lines of verse mostly do not. */
function isStanza(passages: readonly Passage[]): boolean {
  if (passages.length < minLines) return false
  const texts = passages.map((passage) => onlyLine(passage)?.line.text ?? '')
  if (texts.some(isBareLabel)) return false
  return texts.filter((text) => !ends.test(text)).length > 0.5 * texts.length
}

/** What a stanza that is not over yet may begin with waits for the next page. */
export function splitUnfinished(items: readonly PassageItem[]): {
  finished: PassageItem[]
  unfinished: PassageItem[]
} {
  const isOpen = (item: PassageItem) => item.kind === 'passage' && item.passage.lines.length === 1
  const last = items.findLastIndex((item) => !isOpen(item))
  const from = Math.max(last + 1, items.length - maxHeld)
  return { finished: items.slice(0, from), unfinished: items.slice(from) }
}

/** Passages that make one stanza are put together; all else stays single. */
export function groupStanzas(
  items: readonly PassageItem[],
  facts: TypeFacts,
): (PassageItem | { kind: 'stanza'; passages: Passage[] })[] {
  const grouped: (PassageItem | { kind: 'stanza'; passages: Passage[] })[] = []
  let run: Passage[] = []
  const settle = () => {
    if (isStanza(run)) grouped.push({ kind: 'stanza', passages: run })
    else grouped.push(...run.map((passage) => ({ kind: 'passage' as const, passage })))
    run = []
  }
  for (const item of items) {
    const last = run[run.length - 1]
    if (item.kind === 'passage' && (!last || follows(last, item.passage, facts))) {
      run.push(item.passage)
      continue
    }
    settle()
    if (item.kind === 'passage') run.push(item.passage)
    else grouped.push(item)
  }
  settle()
  return grouped
}
