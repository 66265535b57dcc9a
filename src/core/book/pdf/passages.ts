// Lines of all pages to passages: paragraphs whole over the end of a column and of a page, and what stands between.
import type { LeftOutReason } from '../../../contract/index.ts'
import type { ChapterStart } from '../flow.ts'
import type { FootNote } from './foot-notes.ts'
import { relate, type PlacedLine } from './line-joins.ts'
import type { TypeFacts } from './type-facts.ts'

/** Lines that belong together, and what the page shows of how. */
export type Passage = {
  lines: PlacedLine[]
  /** More room before or after it than paragraphs have; pages and columns begin with none. */
  gapBefore: boolean
  gapAfter: boolean
  /** First of its page. */
  opensPage: boolean
}

export type PassageItem =
  | { kind: 'passage'; passage: Passage }
  | { kind: 'start'; start: ChapterStart }
  | { kind: 'left-out'; text: string; reason: LeftOutReason }
  | { kind: 'note'; page: number; note: FootNote }

/** What one page brings. */
export type PageParts = {
  lines: PlacedLine[]
  /** Chapters that begin at a line of it. */
  starts: ReadonlyMap<PlacedLine, ChapterStart[]>
  heads: { text: string; reason: LeftOutReason }[]
  feet: { text: string; reason: LeftOutReason }[]
  notes: FootNote[]
}

export type Passages = {
  push(page: number, parts: PageParts): PassageItem[]
  end(): PassageItem[]
}

/** Longer passages are cut: the whole is never held. */
const maxLines = 2000

export function createPassages(facts: TypeFacts): Passages {
  let open: Passage | null = null
  /** What waits until the passage that goes on over it has ended. */
  let waiting: PassageItem[] = []
  /** Until there is text, what waits belongs to the chapter that is to come. */
  let silent = true

  const close = (gapAfter: boolean): PassageItem[] => {
    const items: PassageItem[] = open ? [{ kind: 'passage', passage: { ...open, gapAfter } }] : []
    items.push(...waiting)
    open = null
    waiting = []
    return items
  }

  const take = (placed: PlacedLine, opensPage: boolean, begins: ChapterStart[]): PassageItem[] => {
    const last = open?.lines[open.lines.length - 1]
    const relation = last ? relate(last, placed, facts) : 'begins'
    if (open && relation === 'continues' && begins.length === 0 && open.lines.length < maxLines) {
      open.lines.push(placed)
      return []
    }
    const gap = relation === 'begins-after-gap' || opensPage
    // What waits before the first line of a chapter is that chapter's.
    const done = open ? close(gap) : []
    open = { lines: [placed], gapBefore: gap, gapAfter: false, opensPage }
    return [...done, ...begins.map((start): PassageItem => ({ kind: 'start', start }))]
  }

  /** The rest of a note that the page before began. */
  const goOn = (notes: FootNote[]): FootNote[] => {
    const [first, ...others] = notes
    if (!first || first.mark !== null) return notes
    const before = waiting.findLast((item) => item.kind === 'note')
    if (before) before.note.lines.push(...first.lines)
    return before ? others : notes
  }

  return {
    push(page, { lines, starts, heads, feet, notes }) {
      const leftOut = (all: PageParts['heads']) =>
        all.map((each): PassageItem => ({ kind: 'left-out', ...each }))
      const own = goOn(notes)
      // The head of a page that begins a chapter is that chapter's.
      const begins = lines[0] !== undefined && starts.has(lines[0])
      if (!begins) waiting.push(...leftOut(heads))
      const items = lines.flatMap((line, index) => {
        const taken = take(line, index === 0, starts.get(line) ?? [])
        if (begins && index === 0) waiting.unshift(...leftOut(heads))
        return taken
      })
      silent &&= lines.length === 0
      waiting.push(
        ...own.map((note): PassageItem => ({ kind: 'note', page, note })),
        ...leftOut(feet),
      )
      // A page with nothing on it that goes on lets go of what waits.
      return open || silent ? items : [...items, ...close(true)]
    },
    end: () => close(true),
  }
}
