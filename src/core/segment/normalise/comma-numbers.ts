// How numbers are written where the comma stands before the decimals: 1 250,75 and 1.250,75.
import { vulgarFractions } from './vulgar-fractions.ts'

/** Whole numbers, in groups of three parted by a space, a narrow space or a point, or in one piece. */
export const wholePattern = String.raw`(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3})+(?!\d)|\d+)`
/** Not inside a word, a longer number, a date, a time or a sum of money. */
export const numberStart = String.raw`(?<![\p{L}\p{N}_$£€#^]|[$£€]\s|\p{N}[.,:;/’'–-]|\p{L}[-–./:@])`
export const numberEnd = String.raw`(?![\p{L}\p{N}_^°º%‰]|[.,:/’'–-]\p{N}|[-–/@]\p{L}|\.\p{Ll})`
/** With decimals or a fraction behind it: 3,5 or 2 ½. */
export const amountPattern = String.raw`(?:${wholePattern}(?:,\d+(?!\d)|\s?[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])?|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])`
/** A sign before it: −5, -5. A stroke that parts words is followed by a space. */
export const minusPattern = String.raw`(?<=^|[\s([«“"':=<>≤≥×÷±])(?<!\p{N}\s)[-−]`

/** The digits without what parts them: 1 250 → 1250. */
export const bareDigits = (written: string): string => written.replaceAll(/[ \u00a0\u202f.]/g, '')

/** A written amount in its parts; `fraction` for ½ and the like. */
export function amountParts(written: string): {
  whole: string | null
  decimals: string | null
  fraction: readonly [number, number] | null
} {
  const sign = written.at(-1) ?? ''
  const [over, under] = vulgarFractions[sign]?.split('/').map(Number) ?? []
  const fraction = over === undefined || under === undefined ? null : ([over, under] as const)
  const rest = fraction ? written.slice(0, -1).trim() : written
  const [whole = '', decimals] = rest.split(',')
  return { whole: whole === '' ? null : bareDigits(whole), decimals: decimals ?? null, fraction }
}

/** 1,250 may be a thousand to some writers and a decimal to others. */
export const isDoubtful = (written: string): boolean => /^[1-9]\d{0,2},\d{3}$/.test(written)

/** Whether two numbers joined by a stroke are hardly anything but a range: 12-15, 1914-18. */
export function isRange(first: string, last: string): boolean {
  const [from, to] = [bareDigits(first), bareDigits(last)]
  if (from.length > 9 || to.length > 9 || /^0\d/.test(from) || /^0\d/.test(to)) return false
  if (from.length === 4 && to.length === 2) return Number(to) > Number(from.slice(2))
  if (from.length === 3 && to.length === 4) return false
  return Number(from) < Number(to) && to.length - from.length < 2
}

/** 12–15, 1914-18. */
export const rangeInFigures = new RegExp(
  String.raw`${numberStart}(${wholePattern})\s?[–-]\s?(${wholePattern})${numberEnd}`,
  'gu',
)
/** 3/4, 2 3/4. */
export const fractionInFigures = new RegExp(
  String.raw`${numberStart}(?:(\d{1,3})\s)?(\d{1,2})\/(\d{1,4})${numberEnd}`,
  'gu',
)
/** An amount, with its sign before it if it has one. */
export const numberInFigures = new RegExp(
  String.raw`(${minusPattern}|${numberStart})(${amountPattern})${numberEnd}`,
  'gu',
)

/** Whether 3/4 is a fraction: 9/11 and 24/7 are none. `isOf`: something is taken a part of. */
export const isFraction = (over: number, under: number, isOf: boolean): boolean =>
  (isOf || under <= 6 || over <= 1) && (over <= 9 || under >= 100)

/** Version 2.100 is no thousand. */
export const isVersion = (written: string, before: string): boolean =>
  written.includes('.') && /vers(?:ion|ión)\s$/i.test(before)
