// French times of day and lengths of time: 14 h 30, 3 h, 14:30, 2 h 5 min 10 s.
import type { Rewrite } from '../apply-rewrites.ts'
import { numberStart } from './comma-numbers.ts'
import { isFeminine } from './french-gender.ts'
import { sayCardinal } from './french-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'
import { stopAt } from './french-sentence-end.ts'

const space = String.raw`[ \u00a0\u202f]?`
const hours = new RegExp(
  String.raw`${numberStart}(\d{1,3})${space}h(?:${space}([0-5]?\d)(?:${space}(min|mn)\b\.?)?(?:${space}([0-5]?\d)${space}s\b)?(?![\p{L}\p{N}/]|[.,]\p{N})|(?![\p{L}\p{N}/])(\.)?)`,
  'gu',
)
const minutes = new RegExp(
  String.raw`${numberStart}(\d{1,3})${space}(?:min|mn)\b\.?(?:${space}([0-5]?\d)${space}s\b)?(?![\p{L}\p{N}/])`,
  'gu',
)
const clock =
  /(?<![\p{L}\p{N}:.,/]|[:.]\p{N}?)(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?![\p{L}\p{N}]|[:.,]\p{N})/gu
const half = new RegExp(
  String.raw`${numberStart}(\d{1,3})${space}(heures?|lieues?|livres?|pouces?|pieds?|mètres?|ans?|mois|jours?|francs?|h)${space}(?:et )?(½|1\/2|¼|1\/4|¾|3\/4)(?![\p{L}\p{N}/])`,
  'gu',
)
const halfBefore = new RegExp(
  String.raw`${numberStart}(\d{1,3})${space}(?:½|1\/2) (\p{Ll}{3,})`,
  'gu',
)
const halfAlone = new RegExp(
  String.raw`${numberStart}(?:½|1\/2)[ \u00a0\u202f](?=(\p{Ll}{3,}))`,
  'gu',
)
const verse =
  /(?<=\b(?:Genèse|Gn|Exode|Ex|Lévitique|Lv|Nombres|Deutéronome|Dt|Josué|Juges|Samuel|Rois|Job|Psaumes?|Ps|Proverbes|Pr|Isaïe|Is|Jérémie|Jr|Ézéchiel|Daniel|Matthieu|Mt|Marc|Mc|Luc|Lc|Jean|Jn|Actes|Ac|Romains|Rm|Corinthiens|Co|Galates|Éphésiens|Hébreux|Apocalypse|Ap)\.?\s)(\d{1,3})(?::|, ?)(\d{1,3})(?:[–-](\d{1,3}))?(?![\p{L}\p{N}]|[,:]\p{N})/gu

const count = (value: string, thing: string) =>
  `${sayCardinal(Number(value), 'feminine')} ${thing}${Number(value) > 1 ? 's' : ''}`

const sayClock = (hour: string, minute = '0', second?: string) => {
  const parts = [count(hour, 'heure')]
  if (second !== undefined) parts.push(count(minute, 'minute'), count(second, 'seconde'))
  else if (Number(minute) > 0) parts.push(sayCardinal(Number(minute), 'feminine'))
  return parts.join(' ')
}

export function sayTimes(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, verse, ([, chapter = '', first = '', last]) => {
      const end = last === undefined ? '' : ` à ${sayCardinal(last)}`
      return `${sayCardinal(chapter)}, ${sayCardinal(first)}${end}`
    }),
    ...rewritesOf(text, half, ([, whole = '', thing = '', part = '']) => {
      const noun = thing === 'h' ? 'heure' : thing.replace(/(?<=[^i])s$/, '')
      const isShe = /^(?:heure|lieue|livre)/.test(noun)
      const many = Number(whole) > 1 && noun !== 'mois' ? 's' : ''
      const quarter = part === '¼' || part === '1/4' ? 'un quart' : 'trois quarts'
      const rest = part === '½' || part === '1/2' ? (isShe ? 'demie' : 'demi') : quarter
      const said = sayCardinal(whole, isShe ? 'feminine' : 'masculine')
      return `${said} ${noun}${many} et ${rest}`
    }),
    ...rewritesOf(text, halfBefore, ([, whole = '', noun = '']) => {
      if (/^(?:de|du|des|sur)$/.test(noun)) return null
      const isShe = isFeminine(` ${noun}`)
      const half = isShe ? 'demie' : 'demi'
      return `${sayCardinal(whole, isShe ? 'feminine' : 'masculine')} ${noun} et ${half}`
    }),
    ...rewritesOf(text, halfAlone, ([, noun = '']) => {
      if (/^(?:des|sur|pour|par|est|et)$/.test(noun)) return null
      return isFeminine(` ${noun}`) ? 'une demi-' : 'un demi-'
    }),
    ...rewritesOf(text, hours, (found) => {
      const [, hour = '', minute, unit, second, stop] = found
      const end = stop && stopAt(text, found.index + found[0].length)
      if (unit === undefined && second === undefined) return sayClock(hour, minute) + (end ?? '')
      const parts = [count(hour, 'heure'), count(minute ?? '0', 'minute')]
      if (second !== undefined) parts.push(count(second, 'seconde'))
      return parts.join(' ')
    }),
    ...rewritesOf(text, minutes, (found) => {
      const [, minute = '', second] = found
      const isStopped = found[0].endsWith('.')
      const end = isStopped ? stopAt(text, found.index + found[0].length) : ''
      return (
        [count(minute, 'minute'), ...(second ? [count(second, 'seconde')] : [])].join(' ') + end
      )
    }),
    ...rewritesOf(text, clock, ([, hour = '', minute, second]) =>
      Number(hour) > 24 ? null : sayClock(hour, minute, second),
    ),
  ]
}
