// Powers of numbers: 10³, 2⁻⁶. Raised digits after letters are units, variables and note marks.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'
import { vulgarFractions } from './vulgar-fractions.ts'

export type PowerWords = {
  squared: string
  cubed: string
  /** Before any other exponent. */
  power: string
  minus: string
  sayCardinal(written: string): string
  /** Of `5½`; null where it is not sure. */
  sayAmount(written: string): string | null
}

/** A year with a raised number is a year with a note. */
const power =
  /(?<![\p{L}\p{N}_]|\p{N}[.,:/])(\d{1,3})(⁻?)([⁰¹²³⁴-⁹]{1,3})(?![\p{L}\p{N}]|[.,]\p{N}|[/⁄]\p{N})/gu

/** A fraction of raised and lowered digits behind its number: 5¹/2 as books set 5½. */
const mixed = /(?<![\p{L}\p{N}_]|\p{N}[.,:/])(\d{1,3})([¹²³⁴⁵⁷])[/⁄]([2-68₂-₆₈])(?![\p{L}\p{N}])/gu

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

export function sayPowers(text: string, words: PowerWords): Rewrite[] {
  const powers = rewritesOf(text, power, ([, base = '', minus = '', digits = '']) => {
    const said = words.sayCardinal(base)
    if (minus === '' && digits === '²') return `${said} ${words.squared}`
    if (minus === '' && digits === '³') return `${said} ${words.cubed}`
    const exponent = words.sayCardinal([...digits].map((each) => raised.indexOf(each)).join(''))
    return [said, words.power, minus && words.minus, exponent].filter(Boolean).join(' ')
  })
  const fractions = rewritesOf(text, mixed, ([, base = '', over = '', under = '']) => {
    const sign = signOf(`${raised.indexOf(over)}/${under.normalize('NFKC')}`)
    return sign === undefined ? null : words.sayAmount(`${base}${sign}`)
  })
  return [...powers, ...fractions]
}

const signOf = (fraction: string): string | undefined =>
  Object.keys(vulgarFractions).find((sign) => vulgarFractions[sign] === fraction)
