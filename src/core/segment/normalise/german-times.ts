// German times of day: 14:30 Uhr, 14.30 Uhr, 7 Uhr 15, 8–10 Uhr.
import type { Rewrite } from '../apply-rewrites.ts'
import { sayCardinal, sayCount } from './german-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'

const withWord =
  /(?<![\p{L}\p{N}.,:])(?:(\d{1,2})(?:[:.]([0-5]\d))?\s?([–-]|bis|und|oder)\s?)?(\d{1,2})(?:[:.]([0-5]\d))?(?:\s|\u00a0)?(?:Uhr|h(?=[\s.,;!?)]|$))(?![\p{L}])(?:\s([0-5]?\d)(?![\p{L}\p{N}]|[.,:]\d|\.?\s(?:Minuten|Mark|Euro|Mann|Meter|Grad|Kilometer)))?/gu
const half = /(?<![\p{L}\p{N}.,:])½\s?(\d{1,2})(?=\sUhr)/gu
const clock = /(?<![\p{L}\p{N}:.,])(\d{1,2}):([0-5]\d)(?![\p{L}\p{N}]|:\d)/gu
const verse =
  /(?<=(?:Mose|Könige|Samuel|Chronik|Psalm|Ps\.|Sprüche|Prediger|Jesaja|Jeremia|Hesekiel|Daniel|Matthäus|Mt|Matth\.|Markus|Mk|Lukas|Lk|Luk\.|Johannes|Joh\.|Joh|Apostelgeschichte|Apg|Römer|Röm|Korinther|Kor|Galater|Epheser|Offenbarung)\s)(\d{1,3})[:,]\s?(\d{1,3})(?:[–-](\d{1,3}))?(?![\p{L}\p{N}])/gu

const sayClock = (hour: string, minute: string | undefined) => {
  const rest = minute === undefined || Number(minute) === 0 ? '' : ` ${sayCardinal(Number(minute))}`
  return `${sayCount(Number(hour))} Uhr${rest}`
}

export function sayTimes(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, verse, ([, chapter = '', first = '', last]) => {
      const end = last === undefined ? '' : ` bis ${sayCardinal(last)}`
      return `${sayCardinal(chapter)}, ${sayCardinal(first)}${end}`
    }),
    ...rewritesOf(text, half, ([, hour = '']) => `halb ${sayCardinal(hour)}`),
    ...rewritesOf(text, withWord, ({ 0: found, ...parts }) => {
      const [from, fromMinute, between, hour = '', minute, behind] = [1, 2, 3, 4, 5, 6].map(
        (at) => (parts as unknown as Record<number, string | undefined>)[at],
      )
      if (Number(hour) > 24 || (from !== undefined && Number(from) > 24)) return null
      // `5 h` is a span of time, not an hour of the day.
      if (!found.includes('Uhr') && minute === undefined) return null
      if (minute !== undefined && behind !== undefined) return null
      const end = sayClock(hour, minute ?? behind)
      if (from === undefined) return end
      const word = /^[–-]$/.test(between ?? '') ? 'bis' : between
      const start =
        fromMinute === undefined ? sayCardinal(Number(from)) : sayClock(from, fromMinute)
      return `${start} ${word} ${end}`
    }),
    ...rewritesOf(text, clock, ([, hour = '', minute = '']) =>
      Number(hour) > 24 ? null : sayClock(hour, minute),
    ),
  ]
}
