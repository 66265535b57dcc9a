// Finds what stands in quotation marks, paragraph by paragraph; who speaks is another matter.
import { closeSingle, opensSingle } from './single-quotes.ts'
import type { QuotationStyle } from './quotation-style.ts'

/** Offsets in the paragraph's text; marks lie within `[from, to)` and outside `[innerFrom, innerTo)`. */
export type Span = {
  from: number
  to: number
  innerFrom: number
  innerTo: number
  /** It has no closing mark: the speech goes on in the next paragraph, which opens anew. */
  goesOn: boolean
}

/** All spans of one paragraph, in order. `next` is the paragraph behind it, which tells whether speech goes on. */
export function findQuotations(text: string, next: string, style: QuotationStyle): Span[] {
  const spans: Span[] = []
  let at = 0
  while (at < text.length) {
    const mark = text[at] ?? ''
    const end = endOfQuotation(text, at, style)
    if (end === null) {
      at++
      continue
    }
    const isClosed = end >= 0
    const to = isClosed ? end + 1 : text.trimEnd().length
    spans.push({
      from: at,
      to,
      innerFrom: at + 1,
      innerTo: isClosed ? end : to,
      goesOn: !isClosed && next.trimStart().startsWith(mark),
    })
    at = to
  }
  return spans
}

/** Where its closing mark stands; -1 where it has none, null where nothing opens here. */
function endOfQuotation(text: string, at: number, style: QuotationStyle): number | null {
  const mark = text[at] ?? ''
  if (mark === style.single) return opensSingle(text, at) ? closeSingle(text, at) : null
  const closers = style.closers[mark]
  if (closers === undefined || !opensHere(text, at, mark)) return null
  let depth = 0
  for (let end = at + 1; end < text.length; end++) {
    const sign = text[end] ?? ''
    if (closers.includes(sign)) {
      if (depth === 0) return end
      depth--
    } else if (sign === mark) depth++
  }
  return -1
}

/** A mark that also closes opens only before a word and behind none. */
function opensHere(text: string, at: number, mark: string): boolean {
  if (mark !== '"' && mark !== '”' && mark !== '»') return true
  return (
    /^(?:.*[\s([—–―‘“-])?$/su.test(text.slice(Math.max(0, at - 1), at)) &&
    /\S/.test(text[at + 1] ?? '')
  )
}
