// Long work on the take store in short calls, so that speech is never kept waiting for a sweep.
import type { TakeStore } from '../../core/ports/takes.ts'
import type { EvictionStep } from './take-eviction.ts'

type Limits = Parameters<TakeStore['sweep']>[0]

/** The steps of a store, in its thread or beside it. */
export type TakeSteps = {
  sweepStep(limits: Limits): Promise<EvictionStep & { full: boolean }>
  clearStep(): Promise<EvictionStep>
}

/** Calls until all is done; other calls come in between. */
export function stepByStep(steps: TakeSteps): Pick<TakeStore, 'sweep' | 'clear'> {
  return {
    async sweep(limits) {
      let freedBytes = 0
      for (;;) {
        const step = await steps.sweepStep(limits)
        freedBytes += step.freedBytes
        if (step.done) return { freedBytes, full: step.full }
      }
    },
    async clear() {
      let freedBytes = 0
      for (;;) {
        const step = await steps.clearStep()
        freedBytes += step.freedBytes
        if (step.done) return { freedBytes }
      }
    },
  }
}
