// Addresses and file names, said sign by sign: www.example.com, jane@example.org, report.pdf.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'

const url =
  /(?<![\p{L}\p{N}@])(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”‘’«»()[\]]*[^\s<>"“”‘’«»()[\].,;:!?…]/giu
const address =
  /(?<![\p{L}\p{N}.])[a-z\d][\w.+-]*@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?![\p{L}\p{N}])/giu
/** No label of one letter before the end: `43 a.de C.` is no address. */
const domain =
  /(?<![\p{L}\p{N}.@/-])(?:[a-z\d][a-z\d-]*\.)*[a-z\d][a-z\d-]+\.(?:com|org|net|edu|gov|info|io|co\.uk|ac\.uk|de|eu|fr|es|mx|it|nl|at|ch)(?:\/[\w./~-]*\w)?(?![\p{L}\p{N}]|\.\p{L})/gu
const fileName =
  /(?<![\p{L}\p{N}.@/])[\w-]+\.(?:pdf|txt|docx?|xlsx?|pptx?|jpe?g|png|gif|html?|exe|zip|mp[34]|csv|json|xml|epub|wav|js|ts|py|md)(?![\p{L}\p{N}]|\.\p{L})/giu

/** Ends of names that are said as words. */
const asWords = new Set(['com', 'org', 'net', 'gov', 'info', 'zip', 'doc', 'gif', 'wav', 'jason'])
const lettered = new Set(
  `edu io uk ac de eu fr mx it nl at ch pdf txt docx xls xlsx ppt pptx jpg png html htm exe mp csv
  xml js ts py md www epub`.split(/\s+/),
)

export type AddressWords = {
  /** What is said for a sign: `.` is dot. */
  signs: Readonly<Record<string, string>>
  /** Short numbers as a number, long ones digit by digit. */
  sayNumber(digits: string): string
}

export function sayAddresses(text: string, words: AddressWords): Rewrite[] {
  const saySpelled = (written: string) => spell(written, words)
  return [
    ...rewritesOf(text, url, ([found]) => saySpelled(found.replace(/^\w+:\/\//, ''))),
    ...rewritesOf(text, address, ([found]) => saySpelled(found)),
    ...rewritesOf(text, fileName, ([found]) =>
      /\p{L}/u.test(found.split('.')[0] ?? '') ? saySpelled(found) : null,
    ),
    ...rewritesOf(text, domain, ([found]) => saySpelled(found)),
  ]
}

function spell(written: string, words: AddressWords): string {
  const pieces = written.replace(/\/$/, '').match(/\p{L}+|[0-9]+|[^\p{L}0-9]/gu) ?? []
  return pieces
    .map((piece) => {
      if (/^\d/.test(piece)) return words.sayNumber(piece)
      // ½, ² and the digits of other scripts stay as they are: no rule knows their words.
      if (/^\p{N}/u.test(piece)) return piece
      if (!/^\p{L}/u.test(piece)) return words.signs[piece] ?? ''
      const word = piece.toLowerCase()
      if (asWords.has(word)) return word
      return lettered.has(word) || !/[aeiouy]/i.test(word)
        ? [...word.toUpperCase()].join(' ')
        : piece
    })
    .filter(Boolean)
    .join(' ')
}
