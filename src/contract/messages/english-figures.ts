// Figures as English people read them: counts, times, sizes, money, days.

const locale = 'en'
/** Made when the first figure is worded: every process loads these words, few say any. */
function once<T>(make: () => T): () => T {
  let made: T | null = null
  return () => (made ??= make())
}

const whole = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }))
export const tenth = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }))
const steadyTenth = once(
  () => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
)
export const percentage = once(
  () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
)
const languageNames = once(() => new Intl.DisplayNames([locale], { type: 'language' }))

export const count = (number: number): string => whole().format(number)
export const plural = (number: number, one: string, many: string): string =>
  `${count(number)} ${number === 1 ? one : many}`
export const segments = (number: number): string => plural(number, 'segment', 'segments')
export const chapters = (number: number): string => plural(number, 'chapter', 'chapters')

export const db = (value: number): string => `${value.toFixed(1)} dB`
/** `+1.6 dB`, of what is added. */
export const signedDb = (value: number): string => `${value < 0 ? '-' : '+'}${db(Math.abs(value))}`

/** `1:02:03` or `2:03`, from seconds. */
export function clock(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const two = (number: number) => String(number).padStart(2, '0')
  const rest = `${two(total % 60)}`
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}

/** `2 h 5 min`, `3 min`, `12 s`, from seconds. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return minutes % 60 === 0
    ? `${Math.floor(minutes / 60)} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** `1.5 GB`, `410 MB`, `12 kB`; binary multiples, as the settings count them. */
export const bytes = (number: number): string => amountOf(number, Math.abs(number))

/** `1.2 of 3.7 MB`: the part in the unit of the whole, never more than it, and as wide while it grows. */
export const bytesOf = (part: number, all: number): string =>
  `${amountOf(Math.min(part, all), all, steadyTenth).replace(/ .*/, '')} of ${bytes(all)}`

/** In the unit and with the decimals that suit `like`. */
function amountOf(number: number, like: number, fine = tenth): string {
  if (like >= 1024 ** 3) return `${fine().format(number / 1024 ** 3)} GB`
  if (like >= 1024 ** 2)
    return `${(like < 10 * 1024 ** 2 ? fine : whole)().format(number / 1024 ** 2)} MB`
  return `${whole().format(number / 1024)} kB`
}

/** `English`, `German (Austria)`; the tag itself where there is no name for it. */
export function language(tag: string): string {
  if (tag === 'und') return 'Language unknown'
  try {
    return languageNames().of(tag) ?? tag
  } catch {
    return tag
  }
}

/** `$0.42`, `less than $0.01`; the amount and the code where the currency is not known. */
export function money(amount: number, currency: string): string {
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
    return amount > 0 && amount < 0.01 ? `less than ${format.format(0.01)}` : format.format(amount)
  } catch {
    return `${tenth().format(amount)} ${currency}`
  }
}

const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }))

/** `Nov 20, 2026`, from `2026-11-20`; what is no day stays as it is. */
export function day(date: string): string {
  const time = Date.parse(date)
  return Number.isNaN(time) ? date : days().format(time)
}

const times = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' }))

const moments = once(
  () =>
    new Intl.DateTimeFormat(locale, {
      ...({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const),
      ...({ second: '2-digit', hourCycle: 'h23' } as const),
    }),
)

/** `Nov 20, 14:03:09` on the clock of this machine, from milliseconds since the epoch. */
export const moment = (at: number): string => moments().format(at)

/** `14:03:09` on the clock of this machine, from milliseconds since the epoch. */
export const timeOfDay = (at: number): string => times().format(at)

/** `just now`, `5 min ago`, `2 h ago`, `3 days ago`, from seconds. */
export function ago(seconds: number): string {
  if (seconds < 60) return 'just now'
  if (seconds < 3600) return `${Math.round(seconds / 60)} min ago`
  if (seconds < 86_400) return `${Math.round(seconds / 3600)} h ago`
  return `${plural(Math.round(seconds / 86_400), 'day', 'days')} ago`
}
