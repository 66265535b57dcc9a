// Spanish dates: 3 de mayo de 1775, 03/05/1775, 1775-05-03.
import type { Rewrite } from '../apply-rewrites.ts'
import { numberStart } from './comma-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'
import { sayCardinal } from './spanish-numbers.ts'

const months = `enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
  diciembre`.split(/\s+/)
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const month = String.raw`(?:${months.join('|')}|setiembre)`
const year = String.raw`(?:[1-9]\.\d{3}|[1-9]\d{2,3})(?![\p{L}\p{N}°%]|[.,/:-]\p{N}|[ \u00a0\u202f]\d{3}(?!\d))`
const words = new RegExp(
  String.raw`${numberStart}(${day})(\.?[º°o]|\.?er)?(?:(\s?[–-]\s?)(${day}))?(\s(?:de\s)?)(${month})(?!\p{L})(?:(,?\s(?:de\s|del\s(?:año\s)?)?)(${year}))?`,
  'giu',
)
const monthAndYear = new RegExp(
  String.raw`(?<![\p{L}\d]\s|\p{L})(${month})(,?\s(?:de|del)\s)(${year})`,
  'giu',
)
const figures =
  /(?<![\p{L}\p{N}./-])(0?[1-9]|[12]\d|3[01])([/.-])(0?[1-9]|1[0-2])\2(\d{4}|\d{2})(?![\p{L}\p{N}/]|[.-]\p{N})/gu
const iso =
  /(?<![\p{L}\p{N}.-])([12]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\p{L}\p{N}-])/gu

const sayDay = (written: string | number) => sayCardinal(Number(written))

export function sayDates(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, words, (found) => {
      const [, first = '', mark, , last, gap = ' ', name = '', before = '', written] = found
      if (mark !== undefined && Number(first) !== 1) return null
      const start = mark === undefined ? sayDay(first) : 'primero'
      const end = last === undefined ? '' : ` a ${sayDay(last)}`
      const yearWords = written === undefined ? '' : before + sayCardinal(written)
      return `${start}${end}${gap}${name}${yearWords}`
    }),
    ...rewritesOf(
      text,
      monthAndYear,
      ([, name = '', before = '', written = '']) => `${name}${before}${sayCardinal(written)}`,
    ),
    ...rewritesOf(text, figures, ([, first = '', mark, number = '', written = '']) => {
      if (mark !== '/' && written.length === 2) return null
      return `${sayDay(first)} de ${months[Number(number) - 1] ?? ''} de ${sayCardinal(written)}`
    }),
    ...rewritesOf(
      text,
      iso,
      ([, written = '', number, last = '']) =>
        `${sayDay(last)} de ${months[Number(number) - 1] ?? ''} de ${sayCardinal(written)}`,
    ),
  ]
}
