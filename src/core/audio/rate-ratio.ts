// Two rates as the smallest whole numbers: what a resampler's filter is made for.

/** So many samples out (`up`) for so many in (`down`); rates are whole numbers of Hz. */
export function rateRatio(fromRate: number, toRate: number): { up: number; down: number } {
  const divisor = greatestDivisor(fromRate, toRate)
  return { up: toRate / divisor, down: fromRate / divisor }
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))
