// French sums of money: 3,50 €, 1 250 F, 12 fr. 50, 5 $.
import type { Rewrite } from '../apply-rewrites.ts'
import { amountParts, amountPattern, numberStart } from './comma-numbers.ts'
import { before, isMany, sayAmount, sayCardinal, type Gender } from './french-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'
import { stopAt } from './french-sentence-end.ts'

type Coin = { one: string; gender: Gender; cent: string }
const coin = (one: string, cent: string, gender: Gender = 'masculine'): Coin => ({
  one,
  cent,
  gender,
})
const coins: Readonly<Record<string, Coin>> = {
  '€': coin('euro', 'centime'),
  EUR: coin('euro', 'centime'),
  F: coin('franc', 'centime'),
  FF: coin('franc', 'centime'),
  fr: coin('franc', 'centime'),
  frs: coin('franc', 'centime'),
  francs: coin('franc', 'centime'),
  CHF: coin('franc suisse', 'centime'),
  $: coin('dollar', 'cent'),
  USD: coin('dollar', 'cent'),
  US$: coin('dollar', 'cent'),
  '£': coin('livre', 'penny', 'feminine'),
  GBP: coin('livre', 'penny', 'feminine'),
  '¥': coin('yen', 'sen'),
}
const space = String.raw`[ \u00a0\u202f]?`
const sign = String.raw`(?:€|EUR\b|FF\b|F(?![\p{L}\p{N}’'-])|fr\b|frs\b|francs(?=${space}\d\d(?:[ ,;.]|$))|CHF\b|US\$|USD\b|\$|£|GBP\b|¥)`
const behind = new RegExp(
  String.raw`${numberStart}(${amountPattern})${space}(k|M|Md|millions?|milliards?)?${space}(${sign})(\.)?(?:${space}(\d\d)(?![\p{L}\p{N}%°]|[.,/ ]\d|${space}(?:€|F\b|h\b|ans?|francs|pages|jours|km)))?`,
  'gu',
)
const ahead = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(US\$|[$€£¥])${space}(\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d+)(?:[.,](\d\d))?(?![\p{L}\p{N}]|[.,]\p{N})(?:\s(millions?|milliards?))?`,
  'gu',
)
const cents = new RegExp(
  String.raw`${numberStart}(\d{1,2})${space}(?:c\.|¢|ct\b\.?|cts\b\.?|cent\.)(?!\p{L})`,
  'gu',
)
const large: Readonly<Record<string, string>> = {
  k: 'mille',
  M: 'million',
  Md: 'milliard',
}

const many = (one: string, isPlural: boolean): string => {
  if (!isPlural) return one
  if (one === 'penny') return 'pence'
  return one.endsWith(' suisse') ? 'francs suisses' : one === 'yen' ? one : `${one}s`
}

function saySum(whole: string, decimals: string, { one, cent, gender }: Coin): string {
  const small = Number(decimals)
  const smallWords = sayCardinal(small)
  if (Number(whole) === 0 && small > 0) return `${smallWords} ${many(cent, small > 1)}`
  const said = before(sayCardinal(whole, gender), many(one, Number(whole) > 1))
  return small === 0 ? said : `${said} ${smallWords}`
}

export function sayMoney(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, behind, (found) => {
      const [, written = '', size, mark = '', stop, rest] = found
      const money = coins[mark]
      if (!money) return null
      const end = found.index + found[0].length
      // F. Dupont: the first letter of a name, unless the sentence is over.
      if (mark === 'F' && stop && /^ \p{Lu}/u.test(text.slice(end))) return null
      const kept = stop && rest === undefined ? stopAt(text, end) : ''
      if (size !== undefined) {
        const amount = sayAmount(written)
        if (amount === null) return null
        const name = large[size] ?? size
        if (name === 'mille') return `${amount} mille ${many(money.one, true)}${kept}`
        const times = size in large && isMany(written) ? `${name}s` : name
        return before(`${amount} ${times}`, many(money.one, true)) + kept
      }
      const { whole, decimals, fraction } = amountParts(written)
      if (rest !== undefined && whole !== null && decimals === null && !fraction)
        return saySum(whole, rest, money)
      if (whole !== null && decimals?.length === 2) return saySum(whole, decimals, money) + kept
      const amount = sayAmount(written, money.gender)
      if (amount === null) return null
      return before(amount, many(money.one, isMany(written))) + kept
    }),
    ...rewritesOf(text, ahead, ([, mark = '', written = '', decimals, size]) => {
      const money = coins[mark]
      if (!money) return null
      const whole = written.replaceAll(/\D/g, '')
      if (size === undefined) return saySum(whole, decimals ?? '0', money)
      const amount = sayAmount(decimals === undefined ? whole : `${whole},${decimals}`)
      return amount && before(`${amount} ${size}`, many(money.one, true))
    }),
    ...rewritesOf(text, cents, (found) => {
      const value = Number(found[1])
      const end = found.index + found[0].length
      const kept = found[0].endsWith('.') ? stopAt(text, end) : ''
      return `${sayCardinal(value)} ${many('centime', value > 1)}${kept}`
    }),
  ]
}
