// How many lanes and encoders this machine carries.
import { availableParallelism } from 'node:os'

/** What the person set, or one for each core, at most 4. */
export const workerCount = (setting: number): number =>
  setting > 0 ? setting : Math.min(4, availableParallelism())
