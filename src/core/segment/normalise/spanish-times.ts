// Spanish times of day and lengths of time: las 3:05, 14.30 h, 5 h., 3 p. m., 2 h 5 min.
import type { Rewrite } from '../apply-rewrites.ts'
import { numberStart } from './comma-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'
import { stopAt } from './spanish-sentence-end.ts'
import { sayCardinal } from './spanish-numbers.ts'

const space = String.raw`[ \u00a0\u202f]?`
const clock = new RegExp(
  String.raw`(?<![\p{L}\p{N}:.,/$€-]|[:.]\p{N}?)(\d{1,2})([:.])([0-5]\d)(?::([0-5]\d))?(?![\p{L}\p{N}]|[:,]\p{N}|\.\p{N})(?:${space}(h(?:oras|rs|s)?\b\.?|[ap]\.?${space}m\b\.?))?`,
  'gu',
)
const whole = new RegExp(
  String.raw`${numberStart}(\d{1,2})${space}([ap])\.?${space}m(?![\p{L}\p{N}/²])(\.)?`,
  'giu',
)
const hours = new RegExp(
  String.raw`${numberStart}(\d{1,3})${space}(?:h|hs|hrs)(?![\p{L}\p{N}/])(\.)?(?:${space}(?:y${space})?([0-5]?\d)${space}(?:min|m)\b(\.)?)?`,
  'gu',
)
const minutes = new RegExp(
  String.raw`${numberStart}(\d{1,3})${space}min(?![\p{L}\p{N}/])(\.)?(?:${space}(?:y${space})?([0-5]?\d)${space}(?:s|seg)\b(\.)?)?`,
  'gu',
)
const verse =
  /(?<=\b(?:Génesis|Gn|Éxodo|Ex|Levítico|Números|Deuteronomio|Dt|Josué|Jueces|Samuel|Reyes|Job|Salmos?|Sal|Proverbios|Prov|Isaías|Is|Jeremías|Daniel|Mateo|Mt|Marcos|Mc|Lucas|Lc|Juan|Jn|Hechos|Romanos|Corintios|Gálatas|Efesios|Hebreos|Apocalipsis|Ap)\.?\s)(\d{1,3})[:,]\s?(\d{1,3})(?:[–-](\d{1,3}))?(?![\p{L}\p{N}]|[,:]\p{N})/gu
const article = /(?<!\p{L})(?:las?|Las?)\s$/u

const count = (value: string, one: string) =>
  `${sayCardinal(Number(value), one.endsWith('a') ? 'feminine' : 'masculine')} ${one}${Number(value) === 1 ? '' : 's'}`

/** 3:05 → tres y cinco; past noon as stations say it: catorce treinta. */
function sayClock(hour: string, minute: string, isHalfDay: boolean): string {
  const said = sayCardinal(Number(hour), 'feminine')
  if (Number(minute) === 0) return said
  if (isHalfDay && minute === '15') return `${said} y cuarto`
  if (isHalfDay && minute === '30') return `${said} y media`
  if (isHalfDay) return `${said} y ${sayCardinal(Number(minute))}`
  return `${said} ${minute.startsWith('0') ? 'cero ' : ''}${sayCardinal(Number(minute))}`
}

const halfOf = (half: string) => (/^a/i.test(half) ? 'A M' : 'P M')

export function sayTimes(text: string): Rewrite[] {
  const kept = (stop: string | undefined, end: number) => (stop ? stopAt(text, end, true) : '')
  return [
    ...rewritesOf(text, verse, ([, chapter = '', first = '', last]) => {
      const end = last === undefined ? '' : ` a ${sayCardinal(last)}`
      return `${sayCardinal(chapter)}, ${sayCardinal(first)}${end}`
    }),
    ...rewritesOf(text, clock, (found) => {
      const [all, hour = '', mark, minute = '', second, unit = ''] = found
      const isNamed = article.test(text.slice(0, found.index))
      // 3.15 without an hour's sign or article may be a decimal or a verse.
      if (mark === '.' && unit === '' && !isNamed) return null
      if (
        mark === '.' &&
        unit === '' &&
        !/^(?:\s(?:de la|en punto|y|h|del)|[,;:)»]|\.?\s*$|\.\s)/.test(
          text.slice(found.index + all.length),
        )
      )
        return null
      if (Number(hour) > 24) return null
      const isHalf = /^[ap]/.test(unit)
      const isHalfDay = !/^0|^(?:1[3-9]|2\d)$/.test(hour) && !unit.startsWith('h')
      if (second !== undefined) {
        return `${count(hour, 'hora')} ${count(minute, 'minuto')} y ${count(second, 'segundo')}`
      }
      const words = [sayClock(hour, minute, isHalfDay)]
      const end = kept(unit.endsWith('.') ? '.' : '', found.index + all.length)
      if (isHalf) return `${words.join(' ')} ${halfOf(unit)}${end}`
      if (unit.startsWith('h')) words.push(Number(hour) === 1 ? 'hora' : 'horas')
      else if (minute === '00' && (!isNamed || Number(hour) === 0))
        words.push(Number(hour) === 1 ? 'hora' : 'horas')
      return words.join(' ') + end
    }),
    ...rewritesOf(text, whole, (found) => {
      const [all, hour = '', half = '', stop] = found
      if (Number(hour) > 12 || Number(hour) < 1 || !/\.|\d\s?[ap]m$|[AP]M$/.test(all)) return null
      const said = sayCardinal(Number(hour), 'feminine')
      return `${said} ${halfOf(half)}${kept(stop, found.index + all.length)}`
    }),
    ...rewritesOf(text, hours, (found) => {
      const [all, hour = '', stop, minute, lastStop] = found
      const end = kept(minute === undefined ? stop : lastStop, found.index + all.length)
      const said = count(hour, 'hora')
      return (minute === undefined ? said : `${said} y ${count(minute, 'minuto')}`) + end
    }),
    ...rewritesOf(text, minutes, (found) => {
      const [all, minute = '', stop, second, lastStop] = found
      const end = kept(second === undefined ? stop : lastStop, found.index + all.length)
      const said = count(minute, 'minuto')
      return (second === undefined ? said : `${said} y ${count(second, 'segundo')}`) + end
    }),
  ]
}
