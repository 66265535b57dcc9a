// What a worker of the farm does just now, as the face, the metrics and the terminal tell it alike.
import type { FarmWorker } from './farm.ts'

/** Whoever pauses or retires still speaks what it has begun. */
export const workerStates = ['working', 'pausing', 'paused', 'retiring'] as const
export type WorkerState = (typeof workerStates)[number]

export function workerState({ wish, busy }: Pick<FarmWorker, 'wish' | 'busy'>): WorkerState {
  if (wish === 'retire') return 'retiring'
  if (wish === 'work') return 'working'
  return busy > 0 ? 'pausing' : 'paused'
}
