// English sums of money: $3.50, £1,250.75, €5, $2 million, 3 s. 6 d.
import type { Rewrite } from '../apply-rewrites.ts'
import { amountPattern, isOne, numberStart, sayAmount, sayCardinal } from './english-numbers.ts'
import { stopAt } from './english-sentence-end.ts'
import { rewritesOf } from './rewrites-of.ts'

type Currency = { one: string; many: string; smallOne: string; small: string }

const currencies: Readonly<Record<string, Currency>> = {
  $: { one: 'dollar', many: 'dollars', smallOne: 'cent', small: 'cents' },
  '£': { one: 'pound', many: 'pounds', smallOne: 'penny', small: 'pence' },
  '€': { one: 'euro', many: 'euros', smallOne: 'cent', small: 'cents' },
  '¥': { one: 'yen', many: 'yen', smallOne: 'sen', small: 'sen' },
  '₹': { one: 'rupee', many: 'rupees', smallOne: 'paisa', small: 'paise' },
}
const byName: Readonly<Record<string, string>> = {
  EUR: '€',
  USD: '$',
  GBP: '£',
  '€': '€',
  $: '$',
  '£': '£',
}
const lands: Readonly<Record<string, string>> = {
  US: 'U S ',
  C: 'Canadian ',
  CA: 'Canadian ',
  A: 'Australian ',
  AU: 'Australian ',
  NZ: 'New Zealand ',
  HK: 'Hong Kong ',
}
const scales: Readonly<Record<string, string>> = {
  k: 'thousand',
  m: 'million',
  mn: 'million',
  bn: 'billion',
  b: 'billion',
  tn: 'trillion',
}

const oldSum = /£(\d[\d,]*)\s(\d{1,2})\s?s\.(?:,?\s?(\d{1,2}(?:½|¼|¾)?)\s?d\.)?(?!\p{L})/gu
const shillings = new RegExp(
  String.raw`${numberStart}(\d{1,2})\s?s\.(?:,?\s?(?:and\s)?(\d{1,2}[½¼¾]?)\s?d\.)(?!\p{L})`,
  'gu',
)
const pence = new RegExp(String.raw`${numberStart}(\d{1,2}[½¼¾]?)\s?d\.(?!\p{L})`, 'gu')
const signed = new RegExp(
  String.raw`(?<![\p{L}\p{N}])([-−–]?)((?:US|CA?|AU?|NZ|HK)?)([$£€¥₹])\s?(${amountPattern})(?:\s?[–-]\s?[$£€¥₹]?(${amountPattern}))?(?:(?:\s|-)(hundred|thousand|million|billion|trillion)|(k|mn?|bn?|tn)(?![\p{L}\p{N}]))?(?![\p{L}\p{N}]|[.,]\d)(\s(?:bills?|notes?|coins?|tickets?|fine|stamps?)\b)?`,
  'gu',
)
const behind = new RegExp(
  String.raw`${numberStart}(${amountPattern})(?:\s(million|billion))?\s?([€$£]|EUR|USD|GBP)(?![\p{L}\p{N}$£€]|\s?\d)`,
  'gu',
)
const cents = new RegExp(
  String.raw`${numberStart}(\d{1,3})\s?(?:¢|(?:ct|cts)\b\.?)(?![\p{L}\p{N}])`,
  'gu',
)

const count = (amount: string, one: string, many: string) =>
  `${sayAmount(amount) ?? amount} ${isOne(amount) ? one : many}`
const sayPence = (amount: string) => {
  const words = sayAmount(amount) ?? amount
  if (amount === '1') return 'one penny'
  const [whole, part] = words.split(' and ')
  if (part !== undefined) return `${whole}pence ${part.replace(/^a /, '')}penny`
  return Number(amount) <= 12 ? `${words}pence` : `${words} pence`
}

/** 3.50 in dollars: three dollars and fifty cents. */
function saySum(amount: string, { one, many, smallOne, small }: Currency): string | null {
  const [, whole = '', fraction] = /^([\d,]+)\.(\d{2})$/.exec(amount) ?? []
  if (fraction === undefined) {
    const words = sayAmount(amount)
    return words && `${words} ${isOne(amount) && amount === '1' ? one : many}`
  }
  const minor = count(String(Number(fraction)), smallOne, small)
  if (fraction === '00') return count(whole, one, many)
  return whole === '0' ? minor : `${count(whole, one, many)} and ${minor}`
}

export function sayMoney(text: string): Rewrite[] {
  return [
    ...rewritesOf(
      text,
      oldSum,
      ({ 0: found, index, 1: pounds = '', 2: silver = '', 3: copper }) => {
        const end = stopAt(text, index + found.length)
        const sum = `${count(pounds, 'pound', 'pounds')} ${count(silver, 'shilling', 'shillings')}`
        return copper === undefined ? sum + end : `${sum} and ${sayPence(copper)}${end}`
      },
    ),
    ...rewritesOf(text, shillings, ({ 0: found, index, 1: silver = '', 2: copper = '' }) => {
      const end = stopAt(text, index + found.length)
      return `${count(silver, 'shilling', 'shillings')} and ${sayPence(copper)}${end}`
    }),
    ...rewritesOf(
      text,
      pence,
      ({ 0: found, index, 1: copper = '' }) =>
        sayPence(copper) + stopAt(text, index + found.length),
    ),
    ...rewritesOf(text, signed, (found) => {
      const [, minus, land = '', sign = '', amount = '', upTo, word, letter, noun = ''] = found
      const currency = currencies[sign]
      if (!currency) return null
      const names = { ...currency }
      names.one = (lands[land] ?? '') + names.one
      names.many = (lands[land] ?? '') + names.many
      const start = minus ? 'minus ' : ''
      const scale = word ?? (letter === undefined ? undefined : scales[letter])
      if (noun !== '' || scale !== undefined || upTo !== undefined) {
        const numbers = [amount, ...(upTo === undefined ? [] : [upTo])].map(sayAmount)
        if (numbers.includes(null)) return null
        const last = upTo ?? amount
        const unit = noun !== '' || (scale === undefined && last === '1') ? names.one : names.many
        return `${start}${numbers.join(' to ')}${scale ? ` ${scale}` : ''} ${unit}${noun}`
      }
      const sum = saySum(amount, names)
      return sum && start + sum
    }),
    ...rewritesOf(text, behind, ([, amount = '', scale, name = '']) => {
      const currency = currencies[byName[name] ?? '']
      if (!currency) return null
      if (scale === undefined) return saySum(amount, currency)
      return `${sayAmount(amount)} ${scale} ${currency.many}`
    }),
    ...rewritesOf(text, cents, ({ 0: found, 1: amount = '', index }) => {
      const isAdjective =
        /(?:^|\s)an?\s$/i.test(text.slice(Math.max(0, index - 4), index)) &&
        /^\s\p{L}/u.test(text.slice(index + found.length))
      return `${sayCardinal(amount)} ${amount === '1' || isAdjective ? 'cent' : 'cents'}`
    }),
  ]
}
