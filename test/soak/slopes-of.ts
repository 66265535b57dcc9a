// The slope of every series that the looks of a soak come to.
import { slopeOf, type Slope } from './slope.ts'
import type { Looked } from './soak.ts'

export type NamedSlope = Slope & { name: string; last: number }

/** What is not there at a look, as a process that rests, has no value then. */
export function slopesOf(looks: readonly Looked[]): NamedSlope[] {
  const names = [...new Set(looks.flatMap(({ sample }) => Object.keys(sample)))]
  return names.map((name) => {
    const points = looks.flatMap(({ segments, sample }) => {
      const value = sample[name]
      return value === undefined ? [] : [{ segments, value }]
    })
    return { name, last: points.at(-1)?.value ?? 0, ...slopeOf(points) }
  })
}
