// Figures as German people read them: counts, times, sizes, money, days.
//
// The German files import types and each other, nothing else: the page waits for them before anything
// of its own has run (renderer/src/words.ts), so what they shared with it would wait for itself.
import type * as english from './english-figures.ts'

const locale = 'de'
/** Made when the first figure is worded. */
function once<T>(make: () => T): () => T {
  let made: T | null = null
  return () => (made ??= make())
}

const whole = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }))
export const tenth: typeof english.tenth = once(
  () => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
)
const steadyTenth = once(
  () => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
)
const hundredth = once(
  () => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
)
export const percentage: typeof english.percentage = once(
  () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
)
const languageNames = once(() => new Intl.DisplayNames([locale], { type: 'language' }))

export const count: typeof english.count = (number) => whole().format(number)
export const plural: typeof english.plural = (number, one, many) =>
  `${count(number)} ${number === 1 ? one : many}`
export const segments: typeof english.segments = (number) => plural(number, 'Segment', 'Segmente')
export const chapters: typeof english.chapters = (number) => plural(number, 'Kapitel', 'Kapitel')

/** `1,6`: always with one decimal. */
export const oneDecimal = (value: number): string => steadyTenth().format(value)
/** `0,25`: always with two decimals. */
export const twoDecimals = (value: number): string => hundredth().format(value)
export const db: typeof english.db = (value) => `${oneDecimal(value)} dB`
/** `+1,6 dB`, of what is added. */
export const signedDb: typeof english.signedDb = (value) =>
  `${value < 0 ? '-' : '+'}${db(Math.abs(value))}`

/** `1:02:03` or `2:03`, from seconds. */
export const clock: typeof english.clock = (seconds) => {
  const total = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`
}

/** `2 Std. 5 Min.`, `3 Min.`, `12 s`, from seconds. */
export const duration: typeof english.duration = (seconds) => {
  if (seconds < 60) return `${Math.max(0, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} Min.`
  const hours = `${Math.floor(minutes / 60)} Std.`
  return minutes % 60 === 0 ? hours : `${hours} ${minutes % 60} Min.`
}

/** `1,5 GB`, `410 MB`, `12 kB`; binary multiples, as the settings count them. */
export const bytes: typeof english.bytes = (number) => amountOf(number, Math.abs(number))

/** `1,2 von 3,7 MB`: the part in the unit of the whole, never more than it, and as wide while it grows. */
export const bytesOf: typeof english.bytesOf = (part, all) =>
  `${amountOf(Math.min(part, all), all, steadyTenth).replace(/ .*/, '')} von ${bytes(all)}`

/** In the unit and with the decimals that suit `like`. */
function amountOf(number: number, like: number, fine = tenth): string {
  if (like >= 1024 ** 3) return `${fine().format(number / 1024 ** 3)} GB`
  if (like >= 1024 ** 2)
    return `${(like < 10 * 1024 ** 2 ? fine : whole)().format(number / 1024 ** 2)} MB`
  return `${whole().format(number / 1024)} kB`
}

/** `Englisch`, `Deutsch (Österreich)`; the tag itself where there is no name for it. */
export const language: typeof english.language = (tag) => {
  if (tag === 'und') return 'Sprache unbekannt'
  try {
    return languageNames().of(tag) ?? tag
  } catch {
    return tag
  }
}

/** `0,42 $`, `weniger als 0,01 $`; the amount and the code where the currency is not known. */
export const money: typeof english.money = (amount, currency) => {
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
    return amount > 0 && amount < 0.01
      ? `weniger als ${format.format(0.01)}`
      : format.format(amount)
  } catch {
    return `${tenth().format(amount)} ${currency}`
  }
}

const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }))

/** `20.11.2026`, from `2026-11-20`; what is no day stays as it is. */
export const day: typeof english.day = (date) => {
  const time = Date.parse(date)
  return Number.isNaN(time) ? date : days().format(time)
}

const times = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' }))

/** `14:03:09` on the clock of this machine, from milliseconds since the epoch. */
const moments = once(
  () =>
    new Intl.DateTimeFormat(locale, {
      ...({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const),
      ...({ second: '2-digit', hourCycle: 'h23' } as const),
    }),
)

export const moment: typeof english.moment = (at) => moments().format(at)

export const timeOfDay: typeof english.timeOfDay = (at) => times().format(at)

/** `gerade eben`, `vor 5 Min.`, `vor 2 Std.`, `vor 3 Tagen`, from seconds. */
export const ago: typeof english.ago = (seconds) => {
  if (seconds < 60) return 'gerade eben'
  if (seconds < 3600) return `vor ${Math.round(seconds / 60)} Min.`
  if (seconds < 86_400) return `vor ${Math.round(seconds / 3600)} Std.`
  return `vor ${plural(Math.round(seconds / 86_400), 'Tag', 'Tagen')}`
}
