// Signs that are words in German: &, §, ©, @, # and those between numbers.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'

const between: Readonly<Record<string, string>> = {
  '+': 'plus',
  '=': 'gleich',
  '×': 'mal',
  '*': 'mal',
  '÷': 'geteilt durch',
  '<': 'kleiner als',
  '>': 'größer als',
  '≤': 'höchstens',
  '≥': 'mindestens',
  '≠': 'ungleich',
  '≈': 'ungefähr',
  '−': 'minus',
}
const leadingWords: Readonly<Record<string, string>> = {
  '~': 'circa ',
  '≈': 'circa ',
  '±': 'plus minus ',
  '+': 'plus ',
  '−': 'minus ',
  '-': 'minus ',
}
const operator =
  /(?<=[\p{L}\p{N})½¼¾%°]|\s)(?<![+=×*÷<>≤≥≠≈−])\s?([+=×*÷<>≤≥≠≈−])\s?(?=[\p{N}(−-]|\p{L}(?!\p{L}))/gu
const leading = /(?<=^|[\s(„»"‚])([~≈±+−-])\s?(?=[\p{N}€$£])/gu

export function saySigns(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, leading, ({ 1: sign = '', index }) => {
      if (/[\p{N}=+×]\s$/u.test(text.slice(Math.max(0, index - 2), index)) && sign !== '±')
        return null
      return leadingWords[sign] ?? null
    }),
    ...rewritesOf(text, operator, ({ 0: found, 1: sign = '', index }) => {
      const left = text.slice(Math.max(0, index - 3), index)
      const right = text.slice(index + found.length, index + found.length + 2)
      if (!/[\p{N})½¼¾%°]$|(?:^|[^\p{L}])\p{L}$/u.test(left)) return null
      if (!/\p{N}/u.test(left + right) && !/^[=+]$/.test(sign)) return null
      const word = between[sign]
      return word === undefined ? null : ` ${word} `
    }),
    ...rewritesOf(text, /(?<![\p{L}\p{N}])\p{Lu}{1,3}&\p{Lu}{1,3}(?![\p{L}\p{N}&])/gu, ([found]) =>
      found
        .split('&')
        .map((part) => [...part].join(' '))
        .join(' und '),
    ),
    ...rewritesOf(text, /(?<=[\p{L}\p{N}.,'’)])\s?&\s?(?=[\p{L}\p{N}"„»(])/gu, () => ' und '),
    ...rewritesOf(text, /(?<=\s)@(?=\s)/g, () => 'at'),
    ...rewritesOf(text, /(?<![\p{L}\p{N}.])@(?=\p{L})/gu, () => 'at '),
    ...rewritesOf(text, /(?<![\p{L}\p{N}&])#\s?(?=\p{N})/gu, () => 'Nummer '),
    ...rewritesOf(text, /(?<![\p{L}\p{N}&])#(?=\p{L}{2})/gu, () => 'Hashtag '),
    ...rewritesOf(text, /§§\s?(?=\p{N})/gu, () => 'Paragraphen '),
    ...rewritesOf(text, /(?<!§)§\s?(?=\p{N})/gu, () => 'Paragraph '),
    ...rewritesOf(text, /©\s?(?=[\p{L}\p{N}])/gu, () => 'Copyright '),
    ...rewritesOf(text, /\s?[™®]/gu, () => ''),
    ...rewritesOf(text, /(?<!\p{L})und\/oder(?!\p{L})/gu, () => 'und oder'),
    ...rewritesOf(
      text,
      /(?<!\p{L})(sie|er)\/(sie|er)(?!\p{L})/gu,
      ([, one, other]) => `${one} oder ${other}`,
    ),
    ...rewritesOf(text, /(?<=[\p{L}\p{N}])\s?%(?!\p{N})/gu, () => ' Prozent'),
  ]
}
