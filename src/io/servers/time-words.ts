// Spans of time as servers write them: `90`, `12ms`, `6m0s`, a date.

const unitMs: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** Larger numbers are no spans but times since the epoch, in seconds. */
const epochFrom = 1e9

/** Milliseconds from `now`; never negative for a date that has passed. Null for anything else. */
export function spanMs(text: string, now: number): number | null {
  const words = text.trim().toLowerCase()
  if (/^\d+(\.\d+)?$/.test(words)) {
    const number = Number(words)
    if (number < epochFrom) return number * 1000
    return Math.max(0, (number > epochFrom * 1000 ? number : number * 1000) - now)
  }
  if (/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h|d))+$/.test(words)) {
    const pieces = words.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d)/g)
    return [...pieces].reduce(
      (sum, [, amount, unit]) => sum + Number(amount) * (unitMs[unit ?? ''] ?? 0),
      0,
    )
  }
  const date = /\d{4}/.test(words) ? Date.parse(words) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
