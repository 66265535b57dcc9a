// Speech that a dash opens: `— Oui, dit-il.`, `—Sí —dijo Juan—. Vamos.`
import type { Span } from './find-quotations.ts'

const dash = '[—–―]'
const opening = new RegExp(`^\\s*(?:${dash}|-(?=\\s))\\s*(?=[^\\s\\d])`, 'u')
/** A dash behind a space and before a word begins what is told; one behind a word or sign ends it. */
const aside = new RegExp(`\\s(${dash})(?=\\p{L})`, 'gu')
const asideEnd = new RegExp(`(?<=[^\\s])(${dash})(?=[\\s.,;:!?…]|$)`, 'gu')
/** `. — Non`: the next speaker in the same paragraph. */
const nextSpeaker = new RegExp(`(?<=[.!?…]\\s)${dash}\\s?(?=[«¿¡]?\\p{Lu})`, 'gu')

/** Spanish: `María se levantó. —¿Vienes?` */
const behindTelling = /(?<=[.!?…:]\s)—(?=[¿¡\p{Lu}])/gu

/** Spans of a paragraph in which a dash opens speech; null where none does. */
export function dashDialogue(text: string): Span[] | null {
  const spans: Span[] = []
  const starts = opening.test(text) ? [text.search(/\S/)] : []
  const later = starts.length > 0 ? nextSpeaker : behindTelling
  for (const { index } of text.matchAll(later)) starts.push(index)
  if (starts.length === 0) return null
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length
    spans.push(...spansOfSpeech(text.slice(0, end), start))
  }
  return spans
}

/** `—Sí —dijo Juan—. Vamos.`: the asides between their dashes are told, not said. */
function spansOfSpeech(text: string, start: number): Span[] {
  const spans: Span[] = []
  let from = start
  while (from < text.length) {
    aside.lastIndex = from + 1
    const told = aside.exec(text)
    const end = told ? told.index : text.length
    push(spans, text, from, end)
    if (!told) break
    asideEnd.lastIndex = told.index + 2
    const back = asideEnd.exec(text)
    if (!back) break
    // The stop of what was said before the aside stands behind it.
    from = back.index + 1 + (/^[.,;:]?\s*/.exec(text.slice(back.index + 1))?.[0].length ?? 0)
  }
  return spans
}

function push(spans: Span[], text: string, from: number, end: number): void {
  const to = from + text.slice(from, end).trimEnd().length
  if (!/[\p{L}\p{N}]/u.test(text.slice(from, to))) return
  const mark = /^(?:[—–―-]\s*)?/u.exec(text.slice(from, to))?.[0].length ?? 0
  spans.push({ from, to, innerFrom: from + mark, innerTo: to, goesOn: false })
}
