// First and last sound of a file whose loudest sample is known only at its end: nothing is kept but candidates.
import { hold } from './edges.ts'

export type SoundEdges = {
  /** The largest sample of the next window. */
  add(peak: number): void
  /** First window of sound and one past the last, of windows above the level; null where there are none. */
  above(level: number): { first: number; end: number } | null
}

type Candidate = { window: number; level: number }

/**
 * Sound is what is loud for two windows in a row, as for takes. A later beginning matters only where it is
 * louder than all before it, an earlier end only where it is louder than all behind it: levels are counted
 * in whole steps of 16 bits, so there are never many of either.
 */
export function createSoundEdges(): SoundEdges {
  const rising: Candidate[] = []
  const falling: Candidate[] = []
  let windows = 0
  let previous = 0
  return {
    add(peak) {
      const level = Math.round(Math.min(previous, peak))
      previous = peak
      windows += 1
      if (windows < hold) return
      if (level > (rising.at(-1)?.level ?? 0)) rising.push({ window: windows - hold, level })
      while ((falling.at(-1)?.level ?? Infinity) <= level) falling.pop()
      falling.push({ window: windows, level })
    },
    above(threshold) {
      const first = rising.find(({ level }) => level > threshold)
      const last = falling.findLast(({ level }) => level > threshold)
      return first && last ? { first: first.window, end: last.window } : null
    },
  }
}
