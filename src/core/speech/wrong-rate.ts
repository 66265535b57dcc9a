// Whether a take plays at a rate that is not its sound's: pace, pitch and colour are all off alike.

/** How far one figure is from what is usual, and how far it usually is, both as ln. */
export type Deviation = {
  by: number
  spread: number
  /** Whether a rate too high raises it (1) or lowers it (-1). */
  follows: 1 | -1
}

/** Rates that are taken for one another. */
const rates = [8000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]
/** Only what is this near is taken for one another without its header saying so. */
const largestFactor = 2.1
/** Natural logarithm of how much likelier the wrong rate must be than chance. */
const enough = 6
/** Spreads that each of the three may still be off, once the rate is put right. */
const mostLeft = 3
/** A header that says another rate than usual: so much likelier is it wrong, or right. */
const surelyWrong = 1
const surelyRight = -6

/**
 * Factor (declared ÷ true rate) that explains why pace, pitch and colour are off; null when none does.
 * It takes all three: any of them alone may be the text's doing.
 */
export function hiddenRateFactor(deviations: readonly Deviation[]): number | null {
  if (deviations.length < 3) return null
  let best: { factor: number; gain: number } | null = null
  for (const factor of factors) {
    const { gain, worst } = explain(deviations, factor)
    if (worst <= mostLeft && gain > (best?.gain ?? enough)) best = { factor, gain }
  }
  return best?.factor ?? null
}

/** What to think of a header that says `factor` times the usual rate. */
export function judgeDeclaredRate(
  deviations: readonly Deviation[],
  factor: number,
): 'right' | 'wrong' | 'unknown' {
  const { gain } = explain(deviations, factor)
  if (gain > surelyWrong) return 'wrong'
  return gain < surelyRight ? 'right' : 'unknown'
}

function explain(
  deviations: readonly Deviation[],
  factor: number,
): { gain: number; worst: number } {
  const moved = Math.log(factor)
  let before = 0
  let left = 0
  let worst = 0
  for (const { by, spread, follows } of deviations) {
    before += (by / spread) ** 2
    const off = Math.abs(by - moved * follows) / spread
    left += off ** 2
    worst = Math.max(worst, off)
  }
  return { gain: (before - left) / 2, worst }
}

const factors: readonly number[] = [
  ...new Set(
    rates.flatMap((one) =>
      rates
        .map((other) => one / other)
        .filter((factor) => factor !== 1 && Math.abs(Math.log(factor)) < Math.log(largestFactor)),
    ),
  ),
]
