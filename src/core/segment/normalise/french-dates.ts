// French dates: 3 mai 1775, 1er janvier, 03/05/1775, 1775-05-03.
import type { Rewrite } from '../apply-rewrites.ts'
import { numberStart } from './comma-numbers.ts'
import { sayCardinal } from './french-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'

const months = `janvier février mars avril mai juin juillet août septembre octobre novembre
  décembre`.split(/\s+/)
const republican = `vendémiaire brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial
  messidor thermidor fructidor`.split(/\s+/)
const shortMonths: Readonly<Record<string, string>> = {
  janv: 'janvier',
  févr: 'février',
  fév: 'février',
  avr: 'avril',
  juil: 'juillet',
  sept: 'septembre',
  oct: 'octobre',
  nov: 'novembre',
  déc: 'décembre',
  '7bre': 'septembre',
  '8bre': 'octobre',
  '9bre': 'novembre',
  xbre: 'décembre',
}
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const name = String.raw`(?:${[...months, ...republican].join('|')}|(?:janv|févr|fév|avr|juil|sept|oct|nov|déc)\.|(?:[789xX]bre)\b\.?)`
const year = String.raw`(?:[1-9]\d{2,3})(?![\p{L}\p{N}°%]|[.,/:-]\p{N}|[ \u00a0\u202f]\d{3}(?!\d))`
const words = new RegExp(
  String.raw`${numberStart}(${day})(er|ᵉʳ|°)?(?:(\s?[–-]\s?)(${day}))?[ \u00a0\u202f](${name})(?!\p{L})(?:(,?[ \u00a0\u202f])(${year}))?`,
  'giu',
)
const monthAndYear = new RegExp(
  String.raw`(?<!\p{L})((?:janv|févr|avr|juil|sept|oct|nov|déc)\.)[ \u00a0\u202f](${year})`,
  'giu',
)
const figures =
  /(?<![\p{L}\p{N}./-])(0?[1-9]|[12]\d|3[01])([/.-])(0?[1-9]|1[0-2])\2(\d{4}|\d{2})(?![\p{L}\p{N}/]|[.-]\p{N})/gu
const iso =
  /(?<![\p{L}\p{N}.-])([12]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\p{L}\p{N}-])/gu

const sayDay = (written: string | number) => {
  const value = Number(written)
  return value === 1 ? 'premier' : sayCardinal(value)
}
const monthOf = (written: string) =>
  shortMonths[written.toLowerCase().replace(/\.$/, '')] ?? written.toLowerCase()

export function sayDates(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, words, ([, first = '', mark, , last, month = '', gap = ' ', written]) => {
      if (mark !== undefined && Number(first) !== 1) return null
      const end = last === undefined ? '' : ` au ${sayDay(last)}`
      const yearWords = written === undefined ? '' : gap.trim() + ` ${sayCardinal(written)}`
      return `${sayDay(first)}${end} ${monthOf(month)}${yearWords}`
    }),
    ...rewritesOf(
      text,
      monthAndYear,
      ([, month = '', written = '']) => `${monthOf(month)} ${sayCardinal(written)}`,
    ),
    ...rewritesOf(text, figures, ([, first = '', mark, month = '', written = '']) => {
      // 12.10.75 may be a version or a verse.
      if (mark !== '/' && written.length === 2) return null
      return `${sayDay(first)} ${months[Number(month) - 1] ?? ''} ${sayCardinal(written)}`
    }),
    ...rewritesOf(
      text,
      iso,
      ([, written = '', month, last = '']) =>
        `${sayDay(last)} ${months[Number(month) - 1] ?? ''} ${sayCardinal(written)}`,
    ),
  ]
}
