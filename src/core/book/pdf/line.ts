// A line of a page, and a page as its lines in reading order: what all of the layout speaks of.

/** A mark that was taken out of a line: its text and how much of the line stood before it. */
export type LineMark = { mark: string; at: number }

/** Lengths in points; x from the left, y of the baseline from the top. */
export type Line = {
  /** Without note marks. A drop capital is set apart by `joint`. */
  text: string
  x0: number
  x1: number
  y: number
  /** Of most of its letters. */
  size: number
  font: string
  /** Which column of the page, in reading order; lines of one column follow each other. */
  column: number
  marks: LineMark[]
}

export type PageText = {
  width: number
  height: number
  lines: Line[]
  /** Where its columns are parted: those of the next page are too. */
  gutters: number[]
}

/** Between a drop capital and what it begins: whether that is one word, the book's other words tell. */
export const joint = '\u0001'

/** How long it is; a line of one or two letters has hardly a width. */
export const widthOf = (line: Pick<Line, 'x0' | 'x1'>): number => line.x1 - line.x0

export type Census = {
  count(value: number, weight: number): void
  /** The value that most of the weight lies on; null of none. */
  mostCommon(): number | null
}

/** Values are rounded to `step`. */
export function createCensus(step: number): Census {
  const weights = new Map<number, number>()
  return {
    count(value, weight) {
      const rounded = Math.round(value / step)
      weights.set(rounded, (weights.get(rounded) ?? 0) + weight)
    },
    mostCommon() {
      let best: number | null = null
      for (const [rounded, weight] of weights)
        if (best === null || weight > (weights.get(best) ?? 0)) best = rounded
      return best === null ? null : best * step
    },
  }
}

/** The value that most of the weight lies on, values rounded to `step`; null of none. */
export function mostCommon(
  values: Iterable<readonly [value: number, weight: number]>,
  step: number,
): number | null {
  const census = createCensus(step)
  for (const [value, weight] of values) census.count(value, weight)
  return census.mostCommon()
}
