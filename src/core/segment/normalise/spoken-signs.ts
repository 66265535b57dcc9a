// Signs that are words, in the words of a language: &, @, ©, and those between numbers.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'

export type SignWords = {
  /** Between two numbers or single letters: `+` → plus. */
  between: Readonly<Record<string, string>>
  /** Before a number: `±` → plus ou moins. */
  leading: Readonly<Record<string, string>>
  times: string
  and: string
  or: string
  at: string
  number: string
  percent: string
  copyright: string
}

const operator =
  /(?<=[\p{N})½¼¾%°²³]|(?<!\p{L})\p{L})\s?([+=×*÷<>≤≥≠≈−])\s?(?=[\p{N}(−]|\p{L}(?![\p{L}'’]))/gu
const leading = /(?<=^|[\s(“"«])(?<![\p{N}=+×]\s)([~≈±+−])\s?(?=\p{N})/gu
const times = /(?<=\p{N})\s[x]\s(?=\p{N})/gu

export function saySigns(text: string, words: SignWords): Rewrite[] {
  return [
    ...rewritesOf(text, leading, ({ 1: sign = '' }) => {
      const word = words.leading[sign]
      return word === undefined ? null : `${word} `
    }),
    ...rewritesOf(text, operator, ({ 0: found, 1: sign = '', index }) => {
      const sides = text.slice(Math.max(0, index - 2), index) + text.slice(index + found.length)[0]
      if (!/\p{N}/u.test(sides) && !/^[+=]$/.test(sign)) return null
      return ` ${words.between[sign] ?? sign} `
    }),
    ...rewritesOf(text, times, () => ` ${words.times} `),
    ...rewritesOf(text, /\s?&\s?/g, ({ 0: found, index }) =>
      /[\p{L}\p{N}.,'’)»]$/u.test(text.slice(0, index)) &&
      /^[\p{L}\p{N}"“‘«(]/u.test(text.slice(index + found.length))
        ? ` ${words.and} `
        : null,
    ),
    ...rewritesOf(text, /(?<=\s)@(?=\s)/g, () => words.at),
    ...rewritesOf(text, /(?<![\p{L}\p{N}.])@(?=\p{L})/gu, () => `${words.at} `),
    ...rewritesOf(text, /(?<![\p{L}\p{N}&])#(?=\p{L}{2})/gu, () => 'hashtag '),
    ...rewritesOf(text, /(?<![\p{L}\p{N}&])#\s?(?=\p{N})/gu, () => `${words.number} `),
    ...rewritesOf(text, /©\s?(?=[\p{L}\p{N}])/gu, () => `${words.copyright} `),
    ...rewritesOf(text, /\s?[™®]/gu, () => ''),
    ...rewritesOf(text, /(?<!\p{L})(?:et\/ou|y\/o)(?!\p{L})/gu, () => `${words.and} ${words.or}`),
    ...rewritesOf(text, /(?<=\p{N})\s?%/gu, () => ` ${words.percent}`),
  ]
}
