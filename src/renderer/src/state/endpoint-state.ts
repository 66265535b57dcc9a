// Whether a place that speaks answers, in a word.
import type { EndpointPerformance } from '../../../contract/index.ts'
import { secondsUntil } from './seconds-until.ts'
import { words } from '../words.ts'

const { endpointStates: states } = words.performance

/** `now`: milliseconds since the epoch. */
export function endpointState(
  endpoint: EndpointPerformance,
  now: number,
): { word: string; fine: boolean } {
  const until = (word: string, moment: number | null) => {
    const seconds = moment === null ? 0 : secondsUntil(moment, now)
    return seconds === 0 ? word : words.performance.endpointUntil(word, seconds)
  }
  if (endpoint.breaker === 'open')
    return { word: until(states.open, endpoint.nextTryAt), fine: false }
  if (endpoint.breaker === 'half-open') return { word: states.trying, fine: false }
  if (endpoint.pausedUntil !== null && endpoint.pausedUntil > now)
    return { word: until(states.paused, endpoint.pausedUntil), fine: false }
  return { word: states.fine, fine: true }
}
