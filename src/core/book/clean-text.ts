// Text hygiene: what a book's text loses on its way in. Letters and digits are never touched.

/** Controls, soft hyphens, bidi marks, zero-width spaces, byte order marks. ZWJ and ZWNJ spell words. */
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const whiteSpace = /[\s\u0085]+/g
/** What an undeclared entity leaves behind. XML's own are there because a book shows them; `&c;` is etc. */
const leftOverEntity = /&(?!(?:amp|lt|gt|quot|apos|nbsp|c);)[A-Za-z]\w{0,63};/g
/** Anything but what Latin letters are written with and what is in the same form in NFC already. */
const special = /[^\t\n\r\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]/
/** Marks upon marks: no script writes so many, and composing them costs the square. */
const stackedMarks = /(\p{M}{12})\p{M}+/gu
const runs = /[\t\n\r]| {2}/

/** One line of text: no controls, no bidi marks, white space collapsed and trimmed, NFC. */
export function cleanText(raw: string): string {
  // Nearly all text takes this way; the other one is several times slower.
  if (!special.test(raw)) return (runs.test(raw) ? raw.replace(whiteSpace, ' ') : raw).trim()
  const text = raw.replace(invisible, '').replace(whiteSpace, ' ').trim().toWellFormed()
  return text.replace(stackedMarks, '$1').normalize('NFC')
}

/** Removes `&name;` that no parser could resolve: it would be spoken. */
export const dropEntities = (raw: string): string =>
  raw.includes('&') ? raw.replace(leftOverEntity, '') : raw

/** Nearly every text has one; the classes of all scripts are dear to build. */
const plainLetter = /[A-Za-z0-9]/
const letterOrDigit = /[\p{L}\p{N}]/u

/** Whether there is anything in it that a voice can say. */
export const hasWords = (text: string): boolean =>
  plainLetter.test(text) || letterOrDigit.test(text)

/** Letters and digits alone, lower case: what two wordings of the same heading share. */
export const wordKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const ornament = /^[\s\p{P}\p{S}]+$/u
const speaks = /[?!¿¡&%€$£]/u

/** Whether a paragraph is nothing but ornaments: `***`, `⁂`, `— — —`, `#`. */
export const isOrnament = (text: string): boolean =>
  !plainLetter.test(text) && ornament.test(text) && !speaks.test(text)

/** The text up to about `limit` characters, cut between words. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const space = text.lastIndexOf(' ', limit)
  return `${text
    .slice(0, space > limit / 2 ? space : limit)
    .trimEnd()
    .toWellFormed()}…`
}
