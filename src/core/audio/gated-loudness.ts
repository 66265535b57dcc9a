// Integrated loudness of any length in constant memory: the blocks are counted by their loudness.
import { absoluteGateLufs, lufs, relativeGateLu, stepsPerBlock } from './loudness.ts'

/** A hundredth of a LU each, from the absolute gate up to 30 LU above full scale. */
const binsPerLu = 100
const bins = (30 - absoluteGateLufs) * binsPerLu

export type GatedLoudness = {
  /** K-weighted mean square of the next 100 ms, the sum of its channels. */
  add(energy: number): void
  /** In LUFS; null when shorter than 400 ms or all below the absolute gate. */
  integrated(): number | null
}

/** As `integratedLoudness` of all steps, except that the relative gate falls between two bins. */
export function createGatedLoudness(): GatedLoudness {
  const counts = new Float64Array(bins)
  const sums = new Float64Array(bins)
  const latest = new Float64Array(stepsPerBlock)
  let steps = 0
  const meanFrom = (first: number): number | null => {
    let count = 0
    let sum = 0
    for (let bin = first; bin < bins; bin++) {
      count += counts[bin] as number
      sum += sums[bin] as number
    }
    return count === 0 ? null : sum / count
  }
  const binOf = (loudness: number) =>
    Math.min(bins - 1, Math.floor((loudness - absoluteGateLufs) * binsPerLu))

  return {
    add(energy) {
      latest[steps % stepsPerBlock] = energy
      steps += 1
      if (steps < stepsPerBlock) return
      let block = 0
      for (const step of latest) block += step / stepsPerBlock
      const loudness = lufs(block)
      if (!(loudness > absoluteGateLufs)) return
      const bin = binOf(loudness)
      counts[bin] = (counts[bin] as number) + 1
      sums[bin] = (sums[bin] as number) + block
    },
    integrated() {
      const all = meanFrom(0)
      if (all === null) return null
      const gated = meanFrom(Math.max(0, binOf(lufs(all) + relativeGateLu)))
      return gated === null ? null : lufs(gated)
    },
  }
}
