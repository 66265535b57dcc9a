// Signs that are words in English: &, @, #, §, ©, and those between numbers.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'

const between: Readonly<Record<string, string>> = {
  '+': 'plus',
  '=': 'equals',
  '×': 'times',
  '*': 'times',
  '÷': 'divided by',
  '<': 'is less than',
  '>': 'is greater than',
  '≤': 'is at most',
  '≥': 'is at least',
  '≠': 'is not equal to',
  '≈': 'is about',
  '−': 'minus',
}

const operator =
  /(?<=[\p{L}\p{N})½¼¾%°]|\s)(?<![+=×*÷<>≤≥≠≈−])\s?([+=×*÷<>≤≥≠≈−])\s?(?=[\p{N}(−-]|\p{L}(?!\p{L}))/gu
const leading = /(?<=^|[\s(“"‘])([~≈±+−-])\s?(?=[\p{N}.$£€])/gu
const leadingWords: Readonly<Record<string, string>> = {
  '~': 'about ',
  '≈': 'about ',
  '±': 'plus or minus ',
  '+': 'plus ',
  '−': 'minus ',
  '-': 'minus ',
}

export function saySigns(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, leading, ({ 1: sign = '', index }) => {
      // `5 - 3` and `10 -5`: not the sign of a number but one between two.
      if (/[\p{N}=+×]\s$/u.test(text.slice(Math.max(0, index - 2), index)) && sign !== '±')
        return null
      return leadingWords[sign] ?? null
    }),
    ...rewritesOf(text, operator, ({ 0: found, 1: sign = '', index }) => {
      const left = text.slice(Math.max(0, index - 3), index)
      const right = text.slice(index + found.length, index + found.length + 2)
      // Letters are mathematics only where they stand alone: x = 3, a + b; not `word * n`.
      if (!/[\p{N})½¼¾%°]$|(?:^|[^\p{L}])\p{L}$/u.test(left)) return null
      if (!/\p{N}/u.test(left + right) && !/^[=+]$/.test(sign)) return null
      const word = between[sign]
      return word === undefined ? null : ` ${word} `
    }),
    ...rewritesOf(text, /(?<![\p{L}\p{N}])\p{Lu}{1,3}&\p{Lu}{1,3}(?![\p{L}\p{N}&])/gu, ([found]) =>
      found
        .split('&')
        .map((part) => [...part].join(' '))
        .join(' and '),
    ),
    ...rewritesOf(text, /\s?&\s?/g, ({ 0: found, index }) =>
      /[\p{L}\p{N}.,'’)]$/u.test(text.slice(0, index)) &&
      /^[\p{L}\p{N}"“‘(]/u.test(text.slice(index + found.length))
        ? ' and '
        : null,
    ),
    ...rewritesOf(text, /(?<=\s)@(?=\s)/g, () => 'at'),
    ...rewritesOf(text, /(?<![\p{L}\p{N}.])@(?=\p{L})/gu, () => 'at '),
    ...rewritesOf(text, /(?<![\p{L}\p{N}&])#\s?(?=\p{N})/gu, () => 'number '),
    ...rewritesOf(text, /(?<![\p{L}\p{N}&])#(?=\p{L}{2})/gu, () => 'hashtag '),
    ...rewritesOf(text, /§§\s?(?=\p{N})/gu, () => 'sections '),
    ...rewritesOf(text, /(?<!§)§\s?(?=\p{N})/gu, () => 'section '),
    ...rewritesOf(text, /©\s?(?=[\p{L}\p{N}])/gu, () => 'copyright '),
    ...rewritesOf(text, /\s?[™®]/gu, () => ''),
    ...rewritesOf(text, /\band\/or\b/g, () => 'and or'),
    ...rewritesOf(text, /\b(s?he)\/(s?he)\b/g, ([, one, other]) => `${one} or ${other}`),
    ...rewritesOf(text, /(?<=[\p{L}\p{N}])\s?%(?!\p{N})/gu, () => ' percent'),
  ]
}
