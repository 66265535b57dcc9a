// Signs that are words, in the words of a language: &, @, #, ©, %, and those between numbers.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'

export type SignWords = {
  /** Between two numbers or single letters: `+` → plus. */
  between: Readonly<Record<string, string>>
  /** Before a number: `±` → plus ou moins. */
  leading: Readonly<Record<string, string>>
  /** An x between two numbers; null where it may be anything. */
  times: string | null
  and: string
  or: string
  at: string
  number: string
  hashtag: string
  percent: string
  copyright: string
  /** § and §§ before a number; null where another rule says them. */
  sections: readonly [one: string, several: string] | null
  /** Words that a stroke joins: of two groups `or` is said between, else `and or`. */
  joined: RegExp
}

const operator =
  /(?<=[\p{L}\p{N})½¼¾%°²³]|\s)(?<![+=×*÷<>≤≥≠≈−])\s?([+=×*÷<>≤≥≠≈−])\s?(?=[\p{N}(−-]|\p{L}(?![\p{L}'’]))/gu
const leading = /(?<=^|[\s(“"‘«„»‚])([~≈±+−-])\s?(?=\.?\p{N}|[$£€])/gu
const times = /(?<=\p{N})\sx\s(?=\p{N})/gu
const initials = /(?<![\p{L}\p{N}])\p{Lu}{1,3}&\p{Lu}{1,3}(?![\p{L}\p{N}&])/gu
const and = /(?<=[\p{L}\p{N}.,'’)»])\s?&\s?(?=[\p{L}\p{N}"“‘«„»(])/gu

/** Each sign where it is one, and left alone where it may be something else. */
export function saySigns(text: string, words: SignWords): Rewrite[] {
  const say = (pattern: RegExp, word: string | null) =>
    word === null ? [] : rewritesOf(text, pattern, () => word)
  const [section, sections] = words.sections ?? [null, null]
  return [
    ...rewritesOf(text, leading, ({ 1: sign = '', index }) => {
      // `5 - 3` and `10 -5`: not the sign of a number but one between two.
      if (/[\p{N}=+×]\s$/u.test(text.slice(Math.max(0, index - 2), index)) && sign !== '±')
        return null
      const word = words.leading[sign]
      return word === undefined ? null : `${word} `
    }),
    ...rewritesOf(text, operator, ({ 0: found, 1: sign = '', index }) => {
      const left = text.slice(Math.max(0, index - 3), index)
      const right = text.slice(index + found.length, index + found.length + 2)
      // Letters are mathematics only where they stand alone: x = 3, a + b; not `word * n`.
      if (!/[\p{N})½¼¾%°²³]$|(?:^|[^\p{L}])\p{L}$/u.test(left)) return null
      if (!/\p{N}/u.test(left + right) && !/^[=+]$/.test(sign)) return null
      const word = words.between[sign]
      return word === undefined ? null : ` ${word} `
    }),
    ...say(times, words.times && ` ${words.times} `),
    ...rewritesOf(text, initials, ([found]) =>
      found
        .split('&')
        .map((part) => [...part].join(' '))
        .join(` ${words.and} `),
    ),
    ...say(and, ` ${words.and} `),
    ...say(/(?<=\s)@(?=\s)/g, words.at),
    ...say(/(?<![\p{L}\p{N}.])@(?=\p{L})/gu, `${words.at} `),
    ...say(/(?<![\p{L}\p{N}&])#\s?(?=\p{N})/gu, `${words.number} `),
    ...say(/(?<![\p{L}\p{N}&])#(?=\p{L}{2})/gu, `${words.hashtag} `),
    ...say(/§§\s?(?=\p{N})/gu, sections && `${sections} `),
    ...say(/(?<!§)§\s?(?=\p{N})/gu, section && `${section} `),
    ...say(/©\s?(?=[\p{L}\p{N}])/gu, `${words.copyright} `),
    ...say(/\s?[™®]/gu, ''),
    ...rewritesOf(text, words.joined, ([, one, other]) =>
      one === undefined ? `${words.and} ${words.or}` : `${one} ${words.or} ${other}`,
    ),
    ...say(/(?<=[\p{L}\p{N}])\s?%(?!\p{N})/gu, ` ${words.percent}`),
  ]
}
