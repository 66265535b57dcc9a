// French measures behind a number: 5 km, 20 °C, 3,5 %, 48° 51′.
import type { Rewrite } from '../apply-rewrites.ts'
import { amountPattern, isRange, minusPattern, numberStart, wholePattern } from './comma-numbers.ts'
import { formsPattern } from './forms-pattern.ts'
import { before, isMany, sayAmount, sayCardinal } from './french-numbers.ts'
import { units } from './french-unit-table.ts'
import { rewritesOf } from './rewrites-of.ts'

const space = String.raw`[ \u00a0\u202f]?`
const signs = formsPattern(units)
const measured = new RegExp(
  String.raw`(${minusPattern}|${numberStart})(?:(${wholePattern})(${space}[-–à]${space}))?(${amountPattern})${space}(millions? de |milliards? de )?(°\s?[CF]\b|${signs})(?![\p{L}\p{N}²³/’'_]|-\p{L})(\.(?=,|\s\p{Ll}))?`,
  'gu',
)
const arc = new RegExp(
  String.raw`${numberStart}(\d{1,3})${space}°${space}(\d{1,2})${space}['’′](?:${space}(\d{1,2}(?:,\d+)?)${space}(?:["”″]|''|’’|′′))?(?!\p{L})`,
  'gu',
)
const letters = /^(?:[a-zA-Z]|ch|To|ms|Mo)$/

export function sayUnits(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, arc, ([, degrees = '', minutes = '', seconds]) => {
      const many = (value: string, one: string, isShe: boolean) =>
        `${sayAmount(value, isShe ? 'feminine' : 'masculine') ?? value} ${one}${isMany(value) ? 's' : ''}`
      const parts = [many(degrees, 'degré', false), many(minutes, 'minute', true)]
      if (seconds !== undefined) parts.push(many(seconds, 'seconde', true))
      return parts.join(' ')
    }),
    ...rewritesOf(text, measured, (found) => {
      const [whole, minus = '', first, , written = '', millions, sign = '', stop] = found
      const unit = units[sign.replace(/\s/, '')]
      const end = found.index + whole.length
      if (!unit) return null
      // The 1990s are English and no measure.
      if (sign === 's' && /\d{4}s/.test(whole)) return null
      // A single letter with a stop and a capital behind it begins a name or stands for a book's part.
      if (letters.test(sign) && stop === undefined && /^\.\s?\p{Lu}/u.test(text.slice(end)))
        return null
      if (first !== undefined && !isRange(first, written) && !written.includes(',')) return null
      // As people say how tall they are: un mètre quatre-vingts.
      const [, metres, rest] = /^(\d),([1-9]\d)$/.exec(written) ?? []
      if (sign === 'm' && first === undefined && metres !== undefined && rest !== undefined)
        return `${sayCardinal(metres)} mètre${Number(metres) > 1 ? 's' : ''} ${sayCardinal(rest)}`
      const amount = sayAmount(written, millions ? 'masculine' : unit.gender)
      if (amount === null) return null
      const start = first === undefined ? '' : `${sayCardinal(first, unit.gender)} à `
      const counted = millions ? `${amount} ${millions.trim()}` : amount
      const isPlural = isMany(written) || millions !== undefined
      const name = isPlural ? unit.many : unit.one
      const said = millions
        ? `${counted} ${name}`
        : sign === '%'
          ? `${counted} ${name}`
          : before(counted, name)
      return `${minus === '' ? '' : 'moins '}${start}${said}`
    }),
  ]
}
