// Chapters by the outline: each entry at the line it leads to, found by its height and by its words.
import type { PdfOutlineEntry } from '../../ports/pdf.ts'
import { cleanText, hasWords, wordKey } from '../clean-text.ts'
import type { ChapterStart } from '../flow.ts'
import { warn, type FormatEvent } from '../reader.ts'
import type { PlacedLine } from './line-joins.ts'

export type OutlineStarts = {
  /** Whether there is anything in it that chapters may begin by. */
  readonly usable: boolean
  warnings(): FormatEvent[]
  /** The starts of a page, by line. What finds no line waits for the next page. */
  place(page: number, lines: readonly PlacedLine[]): Map<PlacedLine, ChapterStart[]>
}

const maxTitleLines = 4

const pageName = /^(?:page|p\.?|seite|página|pagina)?\s*(?:\d+|[ivxlc]+)$/i

export function createOutlineStarts(entries: readonly PdfOutlineEntry[]): OutlineStarts {
  const titled = entries
    .map((entry) => ({ ...entry, title: cleanText(entry.title) }))
    .filter(({ title }) => hasWords(title))
  const placed = titled.filter(({ page }) => page !== null)
  const isListOfPages =
    placed.length > 3 &&
    placed.every(
      ({ title, page }) => pageName.test(title) && title.endsWith(String((page ?? 0) + 1)),
    )
  const usable = placed.length > 0 && !isListOfPages
  const waiting = usable ? placed.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0)) : []

  return {
    usable,
    warnings: () =>
      usable
        ? titled
            .filter(({ page }) => page === null)
            .map(({ title }) => warn('toc-entry-without-target', { title }))
        : [],
    place(page, lines) {
      const starts = new Map<PlacedLine, ChapterStart[]>()
      if (lines.length === 0) return starts
      let from = 0
      while ((waiting[0]?.page ?? Infinity) <= page) {
        const entry = waiting.shift()
        if (!entry) break
        // Nothing but pictures up to the next one: there is nothing to begin.
        const isEmpty = entry.page !== page && (waiting[0]?.page ?? Infinity) <= page
        if (isEmpty) continue
        const at = lineOf(entry.title, entry.page === page ? entry.top : null, lines, from)
        const line = lines[at]
        if (!line) continue
        // Entries keep their order, whatever heights they name.
        from = at
        const title = spaced(entry.title, lines.slice(at, at + maxTitleLines))
        const start = { title, level: entry.level, matter: null, linear: true }
        starts.set(line, [...(starts.get(line) ?? []), start])
      }
      return starts
    },
  }
}

/** Some writers drop the spaces where a heading's lines end: the page has them. */
function spaced(title: string, lines: readonly PlacedLine[]): string {
  const key = wordKey(title)
  let text = ''
  for (const { line } of lines) {
    text += (text === '' ? '' : ' ') + line.text
    if (wordKey(text) === key)
      return cleanText(text).length > title.length ? cleanText(text) : title
  }
  return title
}

/** The line that says the title, near the height; else the first one below it; else the page's first. */
function lineOf(
  title: string,
  top: number | null,
  lines: readonly PlacedLine[],
  from: number,
): number {
  const key = wordKey(title)
  const says = ({ line: { text } }: PlacedLine): boolean => {
    const own = wordKey(text)
    return own !== '' && (key.startsWith(own) || (own.startsWith(key) && key.length > 3))
  }
  const distance = ({ line: { y } }: PlacedLine): number => (top === null ? y : Math.abs(y - top))
  let best = -1
  for (let index = from; index < lines.length; index++) {
    const each = lines[index]
    if (!each || !says(each)) continue
    const known = lines[best]
    if (!known || distance(each) < distance(known)) best = index
  }
  if (best >= 0) return best
  if (top === null) return from
  const below = lines.findIndex(({ line }, index) => index >= from && line.y > top)
  return below < 0 ? lines.length - 1 : below
}
