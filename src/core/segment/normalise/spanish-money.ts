// Spanish sums of money: 3,50 €, 20 ptas., 5 $, 25 cts.
import type { Rewrite } from '../apply-rewrites.ts'
import { amountParts, amountPattern, numberStart } from './comma-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'
import { stopAt } from './spanish-sentence-end.ts'
import { before, isMany, sayAmount, sayCardinal, type Form } from './spanish-numbers.ts'

type Coin = { one: string; many: string; cent: string; form: Form }
const coin = (one: string, many: string, cent: string, form: Form = 'masculine'): Coin => ({
  one,
  many,
  cent,
  form,
})
const euro = coin('euro', 'euros', 'céntimo')
const peseta = coin('peseta', 'pesetas', 'céntimo', 'feminine')
const dollar = coin('dólar', 'dólares', 'centavo')
const real = coin('real', 'reales', 'maravedí')
const pound = coin('libra', 'libras', 'penique', 'feminine')
const coins: Readonly<Record<string, Coin>> = {
  '€': euro,
  EUR: euro,
  ptas: peseta,
  pts: peseta,
  pta: peseta,
  $: dollar,
  USD: dollar,
  US$: dollar,
  U$S: dollar,
  '£': pound,
  rs: real,
  rvn: real,
  '¥': coin('yen', 'yenes', 'sen'),
}
const space = String.raw`[ \u00a0\u202f]?`
const behind = new RegExp(
  String.raw`${numberStart}(${amountPattern})${space}(M|mill(?:ón|ones)(?: de)?)?${space}(€|EUR\b|ptas?\b|pts\b|US\$|U\$S|USD\b|\$|£|rs\b|rvn\b|¥)(\.)?(?![\p{L}\p{N}])`,
  'gu',
)
const ahead = new RegExp(
  String.raw`(?<![\p{L}\p{N}$])(US\$|U\$S|[€£¥])${space}(\d{1,3}(?:[., \u00a0\u202f]\d{3})+|\d+)(?:[.,](\d\d))?(?![\p{L}\p{N}]|[.,]\p{N})`,
  'gu',
)
const cents = new RegExp(
  String.raw`${numberStart}(\d{1,2})${space}(?:¢|cts?\b\.?|cénts?\.|cents?\.)(?!\p{L})`,
  'gu',
)

function saySum(whole: string, decimals: string, money: Coin): string {
  const small = Number(decimals)
  const smallWords = sayCardinal(small, 'masculine')
  if (Number(whole) === 0 && small > 0)
    return `${smallWords} ${money.cent}${small === 1 ? '' : 's'}`
  const name = Number(whole) === 1 ? money.one : money.many
  const said = before(sayCardinal(whole, money.form), name)
  return small === 0 ? said : `${said} con ${sayCardinal(small)}`
}

export function sayMoney(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, behind, (found) => {
      const [, written = '', size, mark = '', stop] = found
      const money = coins[mark]
      if (!money) return null
      const kept = stop ? stopAt(text, found.index + found[0].length) : ''
      if (size !== undefined) {
        const amount = sayAmount(written, 'masculine')
        const millions = written === '1' ? 'millón' : 'millones'
        return amount && `${amount} ${millions} de ${money.many}${kept}`
      }
      const { whole, decimals } = amountParts(written)
      if (whole !== null && decimals?.length === 2) return saySum(whole, decimals, money) + kept
      const amount = sayAmount(written, money.form)
      return amount && before(amount, isMany(written) ? money.many : money.one) + kept
    }),
    ...rewritesOf(text, ahead, ([, mark = '', written = '', decimals]) => {
      const money = coins[mark]
      return money ? saySum(written.replaceAll(/\D/g, ''), decimals ?? '0', money) : null
    }),
    ...rewritesOf(text, cents, (found) => {
      const value = Number(found[1])
      const kept = found[0].endsWith('.') ? stopAt(text, found.index + found[0].length) : ''
      return `${sayCardinal(value, 'masculine')} céntimo${value === 1 ? '' : 's'}${kept}`
    }),
  ]
}
