// German sums of money: 3,50 €, € 5, 2 Mio. €, 12 ct, 5 DM, 3 Mk. 50.
import type { Rewrite } from '../apply-rewrites.ts'
import { amountPattern, numberStart, sayAmount, sayCardinal, sayCount } from './german-numbers.ts'
import { stopAt } from './german-sentence-end.ts'
import { rewritesOf } from './rewrites-of.ts'

type Currency = { name: string; small: string; one?: string; dot?: true }

const euro: Currency = { name: 'Euro', small: 'Cent' }
const dollar: Currency = { name: 'Dollar', small: 'Cent' }
const mark: Currency = { name: 'Mark', small: 'Pfennig', one: 'eine' }
const currencies: ReadonlyMap<string, Currency> = new Map([
  ['€', euro],
  ['EUR', euro],
  ['$', dollar],
  ['US-$', dollar],
  ['USD', dollar],
  ['£', { name: 'Pfund', small: 'Pence' }],
  ['CHF', { name: 'Franken', small: 'Rappen' }],
  ['sFr', { name: 'Franken', small: 'Rappen', dot: true }],
  ['DM', { ...mark, name: 'D-Mark' }],
  ['RM', { ...mark, name: 'Reichsmark' }],
  ['Mk', { ...mark, dot: true }],
  ['Rtl', { name: 'Reichstaler', small: 'Groschen', dot: true }],
  ['Thlr', { name: 'Taler', small: 'Groschen', dot: true }],
  ['Tlr', { name: 'Taler', small: 'Groschen', dot: true }],
  ['fl', { name: 'Gulden', small: 'Kreuzer', dot: true }],
  ['Kr', { name: 'Kronen', small: 'Heller', one: 'eine', dot: true }],
  ['ct', { name: 'Cent', small: '' }],
  ['Ct', { name: 'Cent', small: '', dot: true }],
  ['¢', { name: 'Cent', small: '' }],
  ['Pf', { name: 'Pfennig', small: '', dot: true }],
  ['Pfg', { name: 'Pfennig', small: '', dot: true }],
])
const names = [...currencies.keys()].map((name) => name.replace('$', String.raw`\$`)).join('|')
const scale = String.raw`(?:\s(Mio\.|Mrd\.|Tsd\.|Millionen|Milliarden|Million|Milliarde))?`

const behind = new RegExp(
  String.raw`${numberStart}([-−–]?)(${amountPattern})(?:,(?:[–—-]{1,2}))?(?:\s?(?:–|-|bis)\s?(${amountPattern}))?${scale}\s?(${names})(?![\p{L}\p{N}])(\.?)(?:\s(\d{2})(?![\p{L}\p{N}]|[.,:]\d))?`,
  'gu',
)
const before = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(€|\$|£|US-\$|EUR|USD|CHF|DM|RM)\s?(${amountPattern})(?:,(?:[–—-]{1,2}))?${scale}(?![\p{L}\p{N}])`,
  'gu',
)
const scales: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'Mio.': ['Million', 'Millionen'],
  'Mrd.': ['Milliarde', 'Milliarden'],
  'Tsd.': ['tausend', 'tausend'],
}
const large = new RegExp(String.raw`${numberStart}(${amountPattern})\s(Mio|Mrd|Tsd)\.`, 'gu')

/** 3,50 in euros: drei Euro fünfzig. */
function saySum(amount: string, { name, small, one }: Currency): string | null {
  const [, whole = '', fraction] = /^([^,]+),(\d{2})$/u.exec(amount) ?? []
  const count = (digits: string) => (digits === '1' ? (one ?? 'ein') : sayAmount(digits, true))
  if (fraction === undefined || small === '') {
    const words = count(amount)
    return words && `${words} ${name}`
  }
  if (whole === '0') return `${sayCount(Number(fraction))} ${small}`
  return `${count(whole)} ${name}${fraction === '00' ? '' : ` ${sayCardinal(Number(fraction))}`}`
}

function sayScaled(amount: string, written: string): string | null {
  const [one, many] = scales[written] ?? [written, written]
  if (amount === '1') return `${one === 'tausend' ? 'ein' : 'eine '}${one}`
  const words = sayAmount(amount, true)
  return words && `${words} ${many}`
}

export function sayMoney(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, behind, (found) => {
      const [all, minus, amount = '', upTo, factor, sign = '', dot = '', coins] = found
      const currency = currencies.get(sign)
      if (!currency) return null
      // `Kr` and `fl` are short forms only with their stop.
      if (currency.dot && dot === '') return null
      const start = minus ? 'minus ' : ''
      const end = found.index + all.length
      const stop = dot === '' || coins !== undefined ? '' : currency.dot ? stopAt(text, end) : dot
      if (upTo !== undefined) {
        const numbers = [sayAmount(amount), sayAmount(upTo, true)]
        if (numbers.includes(null)) return null
        return `${start}${numbers.join(' bis ')}${factor ? ` ${scales[factor]?.[1] ?? factor}` : ''} ${currency.name}${stop}`
      }
      if (factor !== undefined) {
        const words = sayScaled(amount, factor)
        return words && `${start}${words} ${currency.name}${stop}`
      }
      const words = saySum(amount, currency)
      if (words === null) return null
      return `${start}${words}${coins === undefined ? '' : ` ${sayCardinal(coins)}`}${stop}`
    }),
    ...rewritesOf(text, before, ([, sign = '', amount = '', factor]) => {
      const currency = currencies.get(sign)
      if (!currency) return null
      if (factor === undefined) return saySum(amount, currency)
      const words = sayScaled(amount, factor)
      return words && `${words} ${currency.name}`
    }),
    ...rewritesOf(text, large, ({ 0: found, 1: amount = '', 2: factor = '', index }) => {
      const words = sayScaled(amount, `${factor}.`)
      return words && words + stopAt(text, index + found.length)
    }),
  ]
}
