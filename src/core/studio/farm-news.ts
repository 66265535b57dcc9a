// Tells whoever listens how the farm stands.
import { failureOf } from '../base/failure-error.ts'
import type { StudioContext } from './studio-context.ts'

/**
 * One view at a time, and another one when it has changed meanwhile: a view takes a while, and an older one that came
 * later would tell of a farm that is there no more.
 */
export function tellOfFarm({
  farm,
  events,
  scope,
  log,
}: Pick<StudioContext, 'farm' | 'events' | 'scope' | 'log'>): void {
  let isStale = false
  let isLooking = false
  const isWanted = () => isStale && !scope.disposed && events.heard('farm.changed')
  const tell = async () => {
    isStale = true
    if (isLooking) return
    isLooking = true
    while (isWanted()) {
      isStale = false
      try {
        events.emit('farm.changed', { farm: await farm.view() })
      } catch (error) {
        log.warn('how the farm stands could not be told', { failure: failureOf(error) })
      }
    }
    isLooking = false
  }
  scope.own(farm.onChange(() => void tell()))
}
