// How long stretches of a plan are together.
import type { Stretch } from '../../contract/index.ts'

/** In samples at the plan's rate. */
export const samplesOf = (stretches: readonly Pick<Stretch, 'samples'>[]): number =>
  stretches.reduce((sum, { samples }) => sum + samples, 0)
