// German measures: 5 km, -5 °C, 50 %, 1,80 m, 51° 30′ N, 5-jährig, 50%ig.
import type { Rewrite } from '../apply-rewrites.ts'
import { amountPattern, numberStart, sayAmount, sayCardinal, sayCount } from './german-numbers.ts'
import { stopAt } from './german-sentence-end.ts'
import { germanUnits } from './german-unit-table.ts'
import { rewritesOf } from './rewrites-of.ts'

const signs = [...germanUnits.keys()]
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replaceAll('.', String.raw`\.`))
  .join('|')
const measure = new RegExp(
  String.raw`${numberStart}([-−–+]?)(${amountPattern})(?:(\s?[–-]\s?|\sbis\s|\soder\s|\sund\s|\s?[x×]\s?)(${amountPattern}))?(\s?|-)(${signs})(?![\p{L}\p{N}/²³'’])(\.?)`,
  'gu',
)
const position =
  /(?<![\p{L}\p{N}])(\d{1,3})°\s?(\d{1,2})['′’](?:\s?(\d{1,2})["″”])?(?:\s?([NSOWE])(?![\p{L}\p{N}]))?/gu
const winds: Readonly<Record<string, string>> = {
  N: 'Nord',
  S: 'Süd',
  O: 'Ost',
  E: 'Ost',
  W: 'West',
}
const joined =
  /(?<![\p{L}\p{N}.,])(\d{1,4})\s?-\s?((?:jährig|tägig|stündig|minütig|monatig|wöchig|köpfig|seitig|stöckig|bändig|teilig|fach|prozentig|gradig|malig|stellig|zeilig|strahlig|eckig)\p{Ll}*|mal)(?![\p{L}])/gu
const percentual = /(?<![\p{L}\p{N}.,])(\d{1,3})\s?%-?(ig\p{Ll}*)/gu
const fold =
  /(?<![\p{L}\p{N}.,])(\d{1,4})(fach\p{Ll}*|mal|jährig\p{Ll}*|tägig\p{Ll}*|stündig\p{Ll}*|stöckig\p{Ll}*|köpfig\p{Ll}*)(?![\p{L}])/gu

export function sayUnits(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, position, ([, degrees = '', minutes = '', seconds, wind = '']) =>
      [
        `${sayCount(degrees)} Grad ${sayCardinal(Number(minutes))} Minuten`,
        ...(seconds === undefined ? [] : [`${sayCardinal(Number(seconds))} Sekunden`]),
        ...(winds[wind] === undefined ? [] : [winds[wind]]),
      ].join(' '),
    ),
    ...rewritesOf(text, percentual, ([, digits = '', end]) => `${sayCount(digits)}prozent${end}`),
    ...rewritesOf(text, joined, ([, digits = '', word]) => sayCount(digits) + (word ?? '')),
    ...rewritesOf(text, fold, ([, digits = '', word]) => sayCount(digits) + (word ?? '')),
    ...rewritesOf(text, measure, sayMeasure),
  ]
}

function sayMeasure(found: RegExpExecArray): string | null {
  const [all, minus = '', first = '', between, second, gap = '', sign = '', dot = ''] = found
  const { index, input: text } = found
  const unit = germanUnits.get(sign)
  if (!unit || (unit.dot === 'must' && dot === '')) return null
  if (minus !== '' && !/(?:^|[\s(„“"])$/.test(text.slice(Math.max(0, index - 1), index)))
    return null
  if (gap === '-' && sign.length === 1 && sign !== '%') return null
  const last = second ?? first
  const isOne = last === '1' && second === undefined
  const [, meters, centimeters] = /^(\d+),(\d{2})$/.exec(first) ?? []
  if (sign === 'm' && second === undefined && meters !== undefined && centimeters !== undefined)
    return `${sayCount(meters)} Meter ${sayCardinal(Number(centimeters))}${dot}`
  const amounts = [
    ...(second === undefined ? [] : [sayAmount(first)]),
    isOne ? unit.one : sayAmount(last, true),
  ]
  if (amounts.includes(null)) return null
  if (second === undefined && first === '½')
    amounts[0] = unit.one === 'eine' ? 'eine halbe' : 'ein halber'
  const isSingle = second === undefined && (isOne || first === '½')
  const name = isSingle ? unit.name : (unit.many ?? unit.name)
  const join = (between ?? '').trim()
  const word = /^[–-]?$/.test(join) ? 'bis' : /^[x×]$/.test(join) ? 'mal' : join
  const start = minus === '+' ? 'plus ' : minus === '' ? '' : 'minus '
  const stop = dot === '' ? '' : unit.dot ? stopAt(text, index + all.length) : dot
  return `${start}${amounts.join(` ${word} `)}${gap === '-' ? '-' : ' '}${name}${stop}`
}
