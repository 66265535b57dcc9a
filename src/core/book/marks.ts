// What stands in a text but is not of it: note marks and page numbers. Told from notes and numbers that are.

/** Types of epub:type and role whose element is dropped whole: marks of notes, and ways back from them. */
const markTypes = new Set(['noteref', 'annoref'])
const wayBackTypes = new Set(['backlink', 'referrer'])

export const isMarkType = (types: readonly string[]): boolean =>
  types.some((type) => markTypes.has(type))

export const isWayBackType = (types: readonly string[]): boolean =>
  types.some((type) => wayBackTypes.has(type))

export const isPageBreakType = (types: readonly string[]): boolean => types.includes('pagebreak')

const pageClass = /(?:^|\s)(?:page-?_?(?:num(?:ber)?s?|no)?|pagina|pb|folio|pgnum|pg)(?:\s|$)/i
const pageId = /^(?:page|pg|p|seite)[_-]?(\d+)$/i

/** The number a page is hinted to have; null: any. */
export type PageNumberHint = { number: string | null }

/** What hints at a page number: a class (any number), an id (that number); its text decides. */
export function pageNumberHint(attributes: Record<string, string>): PageNumberHint | null {
  const className = attributes['class']
  if (className && pageClass.test(className)) return { number: null }
  const number = pageId.exec(attributes['id'] ?? '')?.[1]
  return number ? { number } : null
}

const pageText =
  /^[\s[({|<—–-]*(?:p(?:age|g|\.)?\.?|seite|s\.|pág\.?|página)?\s*(?:\d{1,5}|[ivxlcdm]{1,8})?[\s\])}|>.—–-]*$/i

/** Whether a text under such a hint is nothing but the number. */
export const isPageNumber = (text: string, hint: PageNumberHint): boolean =>
  pageText.test(text) && (hint.number === null || /\d+/.exec(text)?.[0] === hint.number)

const markText =
  /^\s*[[({]?\s*(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶#]{1,3}|[↑↩⤴↵↲⏎^][\u{fe0e}\u{fe0f}]?)\s*[\])}]?\s*$/iu
const bracketed = /^\s*[[({].*[\])}]\s*$/s
const arrow = /^(?:[\s[\](){}↑↩⤴↵↲⏎^]\p{M}?)+$/u
const noteWord = /(?:foot|end|rear)?note|fn|ftn|sdfoot|sdend|annot/i

/** Whether a link's text only points back: no note is behind it. */
export const isWayBack = (text: string): boolean => arrow.test(text)

/** Whether nothing but brackets is left of a superscript whose link was taken out. */
export const isEmptied = (text: string): boolean => /^\s*[[(]\s*[\])]\s*$/.test(text)

/** Whether a link's text may be a mark, or a note's own number: where it leads decides. */
export const isMarkText = (text: string): boolean => markText.test(text)

export type LinkOfMark = {
  href: string
  className: string
  id: string
  /** Whether it stands in a superscript or holds one. */
  raised: boolean
}

/** Whether a link's text is the mark of a note, or the way back from one. */
export function isNoteMark(text: string, link: LinkOfMark): boolean {
  if (!link.href.includes('#') || !markText.test(text)) return false
  if (link.raised || bracketed.test(text) || arrow.test(text)) return true
  return noteWord.test(`${link.href.slice(link.href.indexOf('#'))} ${link.className} ${link.id}`)
}

/** What a superscript that is no mark raises: powers of numbers and of units. */
export const power = /(?:^|[^\p{L}\p{N}])(?:10|\d|\p{L}|[kcdmnµ]m|ft|yd|sq|mi)$/u

/** The last number in a mark; null for one of signs. */
export function numberOf(text: string): number | null {
  const digits = /(\d+)\D*$/.exec(text)?.[1]
  return digits === undefined ? null : Number(digits)
}

/**
 * Whether a superscript without a link is a note mark: digits or signs after a finished word, and after any
 * word when it counts on from the mark before, or is a list. `m²` and `1st` are not. `due`: the number that comes next.
 */
export function isRaisedMark(text: string, before: string, due: number): boolean {
  if (/^\s*[[(]?[*†‡§¶]{1,3}[\])]?\s*$/.test(text)) return true
  if (!/^\s*[[(]?\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*[\])]?\s*$/.test(text)) return false
  if (/(?:[.,;:!?…"”’»)\]%]|\p{L}{4})\s*$/u.test(before)) return true
  // No power is a list.
  if (text.includes(',') && /[\p{L}\p{N}]{2}$/u.test(before)) return true
  // Each chapter may count anew.
  const counts = [1, due].includes(Number(/\d+/.exec(text)?.[0]))
  return counts && /[\p{L}\p{N}—–-]$/u.test(before) && !power.test(before)
}
