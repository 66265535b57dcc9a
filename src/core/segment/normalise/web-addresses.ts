// Addresses of pages and of people, and file names, in the words of a language.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'

export type AddressWords = {
  /** What each sign is called: `.` → point. A sign without a name is not said. */
  signs: Readonly<Record<string, string>>
  sayNumber: (digits: string) => string
}

const url =
  /(?<![\p{L}\p{N}@])(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”‘’«»()[\]]*[^\s<>"“”‘’«»()[\].,;:!?…]/giu
const address =
  /(?<![\p{L}\p{N}.])[a-z\d][\w.+-]*@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?![\p{L}\p{N}])/giu
const domain =
  /(?<![\p{L}\p{N}.@/-])(?:[a-z\d][a-z\d-]+\.)+(?:com|org|net|edu|info|fr|es|eu|be|ch|ca|mx|ar|cl|co\.uk|gouv\.fr)(?:\/[\w./~-]*\w)?(?![\p{L}\p{N}]|\.\p{L})/gu
const fileName =
  /(?<![\p{L}\p{N}.@/])[\w-]*\p{L}[\w-]*\.(?:pdf|txt|docx?|xlsx?|pptx?|jpe?g|png|gif|html?|exe|zip|mp[34]|csv|json|xml|epub)(?![\p{L}\p{N}]|\.\p{L})/giu
/** Ends of names that are said as words; short ones are spelled. */
const asWords = /^(?:com|org|net|info|gouv|zip|doc|gif|www)$/

export function sayAddresses(text: string, words: AddressWords): Rewrite[] {
  const say = ([found]: RegExpExecArray) => spelled(found.replace(/^\w+:\/\//, ''), words)
  return [url, address, fileName, domain].flatMap((pattern) => rewritesOf(text, pattern, say))
}

function spelled(written: string, { signs, sayNumber }: AddressWords): string {
  const pieces = written.replace(/\/$/, '').match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]/gu) ?? []
  return pieces
    .map((piece, at) => {
      if (/^\p{N}/u.test(piece)) return sayNumber(piece)
      if (!/^\p{L}/u.test(piece)) return signs[piece] ?? ''
      const word = piece.toLowerCase()
      const isEnd = at > 0 && pieces[at - 1] === '.' && word.length < 5
      if (word === 'www') return 'W W W'
      if (asWords.test(word)) return word
      const isSpelled = isEnd ? word.length < 4 : !/[aeiouyà-ÿ]/.test(word)
      return isSpelled ? [...word.toUpperCase()].join(' ') : piece
    })
    .filter((piece) => piece !== '')
    .join(' ')
}
