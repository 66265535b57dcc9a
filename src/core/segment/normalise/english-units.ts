// English measures: 5 km, 12 ft., 6'2", 70°F, 50 %, 10–15 lbs.
import type { Rewrite } from '../apply-rewrites.ts'
import { englishUnits } from './english-unit-table.ts'
import { amountPattern, isOne, numberStart, sayAmount } from './english-numbers.ts'
import { stopAt } from './english-sentence-end.ts'
import { rewritesOf } from './rewrites-of.ts'

const signs = [...englishUnits.keys()]
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replaceAll('.', String.raw`\.`))
  .join('|')

const measure = new RegExp(
  String.raw`${numberStart}([-−–+]?)(${amountPattern})(?:(\s?[–-]\s?|\sto\s|\sor\s|\s?[x×]\s?)(${amountPattern}))?(\s?|-)(${signs})(?![\p{L}\p{N}'’/²³])(\.?)`,
  'gu',
)
const height =
  /(?<![\p{L}\p{N}])(\d{1,2})(?:['′’]\s?|\s?ft\.?\s)(\d{1,2})(½?)(?:["″”]|['′’]{2}|\s?in\b\.?)(?![\p{L}\p{N}])/gu
const position =
  /(?<![\p{L}\p{N}])(\d{1,3})°\s?(\d{1,2})['′’](?:\s?(\d{1,2})["″”])?(?:\s?([NSEW])(?![\p{L}\p{N}]))?/gu
const winds: Readonly<Record<string, string>> = { N: 'north', S: 'south', E: 'east', W: 'west' }

export function sayUnits(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, position, ([, degrees = '', minutes = '', seconds, wind = '']) =>
      [
        `${sayAmount(degrees)} degrees ${sayAmount(minutes)} minutes`,
        ...(seconds === undefined ? [] : [`${sayAmount(seconds)} seconds`]),
        ...(winds[wind] === undefined ? [] : [winds[wind]]),
      ].join(' '),
    ),
    ...rewritesOf(text, height, ([, feet = '', inches = '', half = '']) =>
      Number(inches) > 11
        ? null
        : `${sayAmount(feet)} foot ${sayAmount(inches)}${half && ' and a half'}`,
    ),
    ...rewritesOf(text, measure, sayMeasure),
  ]
}

function sayMeasure(found: RegExpExecArray): string | null {
  const [all, minus = '', first = '', between, second, gap = '', sign = '', dot = ''] = found
  const { index, input: text } = found
  const unit = englishUnits.get(sign)
  if (!unit || (unit.dot === 'must' && dot === '')) return null
  // `B -5 m` subtracts; the sign of a number stands behind white space or nothing.
  if (minus !== '' && !/(?:^|[\s(“"])$/.test(text.slice(Math.max(0, index - 1), index))) return null
  // 7 m of a date or a list is no length; neither is the `g` of 5-g.
  if (gap === '-' && sign.length === 1 && sign !== '%') return null
  const numbers = [first, ...(second === undefined ? [] : [second])].map(sayAmount)
  if (numbers.includes(null)) return null
  const isAdjective =
    gap === '-' ||
    (/(?:^|\s)an?\s$/i.test(text.slice(Math.max(0, index - 4), index)) &&
      /^\s\p{L}/u.test(text.slice(index + all.length)) &&
      !/^\s(?:of|and|or|from|to|in|at)\b/.test(text.slice(index + all.length)))
  const last = second ?? first
  const isPart = second === undefined && /^(?:[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\d\/\d+)$/u.test(first)
  const single = isAdjective || (second === undefined && isOne(last))
  const name = single ? unit.one : unit.many
  const join = (between ?? '').trim()
  const word = /^[–-]?$/.test(join) ? 'to' : /^[x×]$/.test(join) ? 'by' : join
  const start = minus === '+' ? 'plus ' : minus === '' ? '' : 'minus '
  const amount = start + numbers.join(` ${word} `)
  const stop = dot === '' ? '' : unit.dot ? stopAt(text, index + all.length) : dot
  if (isPart && /^\p{L}/u.test(sign) && gap !== '-')
    return `${first === '½' || first === '1/2' ? 'half a' : `${amount} of a`}${/^[aeiou]|^hour/.test(unit.one) ? 'n' : ''} ${unit.one}${stop}`
  return `${amount}${gap === '-' ? '-' : ' '}${name}${stop}`
}
