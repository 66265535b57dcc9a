// Spanish measures behind a number: 5 km, 20 °C, 3,5 %, 48° 51′.
import type { Rewrite } from '../apply-rewrites.ts'
import { amountPattern, isRange, minusPattern, numberStart, wholePattern } from './comma-numbers.ts'
import { formsPattern } from './forms-pattern.ts'
import { rewritesOf } from './rewrites-of.ts'
import { before, isMany, sayAmount, sayCardinal } from './spanish-numbers.ts'
import { units } from './spanish-unit-table.ts'

const space = String.raw`[ \u00a0\u202f]?`
const measured = new RegExp(
  String.raw`(${minusPattern}|${numberStart})(?:(${wholePattern})(${space}[-–]${space}|${space}a${space}))?(${amountPattern})${space}(mill(?:ón|ones) de )?([°º]\s?[CF]\b|${formsPattern(units)})(?![\p{L}\p{N}²³/’'_]|-\p{L})(\.(?=,|\s\p{Ll}))?`,
  'gu',
)
const arc = new RegExp(
  String.raw`${numberStart}(\d{1,3})${space}[°º]${space}(\d{1,2})${space}['’′](?:${space}(\d{1,2}(?:,\d+)?)${space}(?:["”″]|''|’’|′′))?(?!\p{L})`,
  'gu',
)
const letters = /^(?:[a-zA-Z]|ms|CV|HP)$/

export function sayUnits(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, arc, ([, degrees = '', minutes = '', seconds]) => {
      const many = (value: string, one: string) =>
        `${sayAmount(value, 'masculine') ?? value} ${one}${isMany(value) ? 's' : ''}`
      const parts = [many(degrees, 'grado'), many(minutes, 'minuto')]
      if (seconds !== undefined) parts.push(many(seconds, 'segundo'))
      return parts.join(' ')
    }),
    ...rewritesOf(text, measured, (found) => {
      const [all, minus = '', first, link = '', written = '', millions, sign = '', stop] = found
      const unit = units[sign.replace(/\s/, '').replace('º', '°')]
      if (!unit) return null
      // The 1990s are English and no measure.
      if (sign === 's' && /\d{4}s/.test(all)) return null
      // A single letter with a stop and a capital behind it begins a name.
      const behind = text.slice(found.index + all.length)
      if (letters.test(sign) && stop === undefined && /^\.\s?\p{Lu}/u.test(behind)) return null
      const isDash = /[-–]/.test(link)
      if (first !== undefined && isDash && !isRange(first, written)) return null
      // As people say how tall they are: un metro ochenta.
      const [, metres, rest] = /^(\d),([1-9]\d)$/.exec(written) ?? []
      if (sign === 'm' && first === undefined && metres !== undefined && rest !== undefined)
        return `${sayCardinal(metres, 'masculine')} metro${metres === '1' ? '' : 's'} ${sayCardinal(rest)}`
      const amount = sayAmount(written, millions ? 'masculine' : unit.form)
      if (amount === null) return null
      const start = first === undefined ? '' : `${sayCardinal(first, unit.form)} a `
      const name = isMany(written) || millions !== undefined ? unit.many : unit.one
      const counted = millions ? `${amount} ${millions.trim()} ${name}` : null
      const said = counted ?? (unit.form === 'alone' ? `${amount} ${name}` : before(amount, name))
      return `${minus === '' ? '' : 'menos '}${start}${said}`
    }),
  ]
}
