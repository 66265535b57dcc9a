// A text as the words that are compared: no case, no signs, no marks, one letter a word where no spaces part them.
import { unspacedLetter } from '../base/unspaced-letter.ts'

export type HeardWord = {
  /** Plain letters and digits. */
  plain: string
  /** As it was written, in the composed form (NFC). */
  written: string
  /** Where it begins in the text, in UTF-16 units. */
  at: number
  /** Whether it looks like a name: how those are spelled is anybody's guess. */
  isName: boolean
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu
const unspaced = `${unspacedLetter.source}\\p{M}*`
const unspacedOrRest = new RegExp(`${unspaced}|[^\\s]+?(?=${unspaced}|$)`, 'gu')

const plainOf = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}'’]+/gu, '')
    .toLowerCase()

/** In German every noun has a capital: there nothing looks like a name. */
export function heardWords(text: string, language: string): HeardWord[] {
  const hasCapitalNouns = /^(de|lb)\b/i.test(language)
  // The text as it is given, in whatever form: places in it are counted by whoever gave it.
  return [...text.matchAll(wordPattern)].flatMap((match): HeardWord[] => {
    const [found] = match
    const written = found.normalize('NFC')
    const before = text.slice(0, match.index).trimEnd()
    const isFirst = before === '' || /[.!?…:“"«„‘'—–]$/.test(before)
    const isName = !hasCapitalNouns && !isFirst && /^\p{Lu}/u.test(written) && written.length > 1
    const pieces = unspacedLetter.test(found) ? (found.match(unspacedOrRest) ?? []) : [found]
    let next = match.index
    return pieces.flatMap((piece) => {
      const plain = plainOf(piece)
      const at = next
      next += piece.length
      return plain === '' ? [] : [{ plain, written: piece.normalize('NFC'), at, isName }]
    })
  })
}
