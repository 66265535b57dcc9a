// Whether a series grows with the work that is done: by its own noise, not by a number that somebody chose.

export type Point = { segments: number; value: number }

export type Slope = {
  /** By least squares over the second half, per 1,000 segments. */
  perThousand: number
  /** How far the values lie apart when the slope is taken out of them. */
  noise: number
  /** What the slope comes to over the second half. */
  rise: number
  verdict: 'flat' | 'grows'
}

/** A third of the rise must be there between each two thirds; one step, or a wave, has it in one place. */
const parts = 3

/**
 * The first half is the warming up. It grows where the second rises by more than its noise, and does so all the
 * way: a step that is taken once is none.
 */
export function slopeOf(points: readonly Point[]): Slope {
  const half = points.slice(Math.floor(points.length / 2))
  if (half.length < parts) return { perThousand: 0, noise: 0, rise: 0, verdict: 'flat' }
  const mean = (of: (point: Point) => number) =>
    half.reduce((sum, point) => sum + of(point), 0) / half.length
  const [middle, level] = [mean(({ segments }) => segments), mean(({ value }) => value)]
  const squares = half.reduce((sum, { segments }) => sum + (segments - middle) ** 2, 0)
  const products = half.reduce(
    (sum, { segments, value }) => sum + (segments - middle) * (value - level),
    0,
  )
  const slope = squares === 0 ? 0 : products / squares
  const left = half.map(({ segments, value }) => value - level - slope * (segments - middle))
  const noise = Math.max(...left) - Math.min(...left)
  const rise = slope * ((half.at(-1)?.segments ?? 0) - (half[0]?.segments ?? 0))
  const [first = 0, second = 0, third = 0] = Array.from({ length: parts }, (_, part) =>
    median(half.slice((part * half.length) / parts, ((part + 1) * half.length) / parts)),
  )
  const climbs = Math.min(second - first, third - second)
  const grows = rise > noise && climbs > rise / (2 * parts)
  return { perThousand: slope * 1000, noise, rise, verdict: grows ? 'grows' : 'flat' }
}

function median(points: readonly Point[]): number {
  const values = points.map(({ value }) => value).toSorted((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? 0
}
