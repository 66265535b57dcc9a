// English times of day: 3:05 p.m., 14:30, 10 a.m., 7.30 p.m.; and chapter and verse: John 3:16.
import type { Rewrite } from '../apply-rewrites.ts'
import { sayCardinal } from './english-numbers.ts'
import { stopAt } from './english-sentence-end.ts'
import { rewritesOf } from './rewrites-of.ts'

const withHalf =
  /(?<![\p{L}\p{N}]|\p{N}[.,:/])(?:(\d{1,2})[–-])?(\d{1,2})(?:[:.]([0-5]\d))?\s?([ap])(\.\s?m\.?|m\b)(?![\p{L}\p{N}])/giu
const clock = /(?<![\p{L}\p{N}:.,]|[:.]\p{N}?)(\d{1,2}):([0-5]\d)(?![\p{L}\p{N}]|:\d)/gu
const dotted =
  /(?<=\b(?:at|by|until|till)\s)(\d{1,2})\.([0-5]\d)(?=[,;:!?…]|\.?["'”’)]*$|\.\s|\s(?:in|on|and|he|she|they|we|I|the|for|to|sharp|precisely|exactly|tomorrow|this|that|every|each|when|but|with|from)\b)|(?<=\b[Tt]he\s)(\d{1,2})\.([0-5]\d)(?=\s(?:train|bus|express|boat|ferry|flight|from|to)\b)/gu
const verse =
  /(?<=\b(?:Genesis|Gen\.|Exodus|Ex\.|Leviticus|Numbers|Deuteronomy|Deut\.|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Ezra|Nehemiah|Esther|Job|Psalms?|Ps\.|Proverbs|Prov\.|Ecclesiastes|Eccl\.|Isaiah|Isa\.|Jeremiah|Jer\.|Ezekiel|Daniel|Hosea|Joel|Amos|Micah|Matthew|Matt\.|Mark|Luke|John|Acts|Romans|Rom\.|Corinthians|Cor\.|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Hebrews|Heb\.|James|Peter|Revelation|Rev\.)\s)(\d{1,3}):(\d{1,3})(?:[–-](\d{1,3}))?(?![\p{L}\p{N}])/gu

/** 3:05 → three oh five, 3:00 → three. */
const sayClock = (hour: string, minute: string) => {
  const hours = sayCardinal(Number(hour))
  if (minute === '00') return hours
  return `${hours} ${minute.startsWith('0') ? 'oh ' : ''}${sayCardinal(Number(minute))}`
}

export function sayTimes(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, verse, ([, chapter = '', first = '', last]) => {
      const end = last === undefined ? '' : ` to ${sayCardinal(last)}`
      return `${sayCardinal(chapter)} ${sayCardinal(first)}${end}`
    }),
    ...rewritesOf(text, withHalf, ({ 0: found, index, ...parts }) => {
      const [from, hour = '', minute = '00', half = '', rest = ''] = [1, 2, 3, 4, 5].map(
        (at) => (parts as Record<number, string | undefined>)[at],
      )
      if (Number(hour) > 12 || Number(hour) < 1) return null
      const start = from === undefined ? '' : `${sayCardinal(from)} to `
      const end = rest.endsWith('.') ? stopAt(text, index + found.length, true) : ''
      return `${start}${sayClock(hour, minute)} ${half.toUpperCase()} M${end}`
    }),
    ...rewritesOf(text, clock, ([, hour = '', minute = '']) => {
      if (Number(hour) > 24) return null
      if (minute !== '00') return sayClock(hour, minute)
      const hours = sayCardinal(Number(hour))
      return Number(hour) > 12 || hour.startsWith('0') ? `${hours} hundred` : `${hours} o’clock`
    }),
    ...rewritesOf(text, dotted, (found) => {
      const hour = found[1] ?? found[3] ?? ''
      const minute = found[2] ?? found[4] ?? ''
      if (Number(hour) > 24) return null
      return minute === '00' ? `${sayCardinal(Number(hour))} o’clock` : sayClock(hour, minute)
    }),
  ]
}
