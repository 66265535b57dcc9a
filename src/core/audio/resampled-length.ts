// How long sound becomes at another rate: plans must know it without making the sound.

/** Samples that `count` samples become. */
export function resampledLength(count: number, fromRate: number, toRate: number): number {
  return Math.ceil((count * toRate) / fromRate)
}
