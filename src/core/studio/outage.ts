// A source that gives no lane at all for now: the job says what it waits for, and until when.
import type { Failure } from '../../contract/index.ts'
import { failure } from '../base/failure-error.ts'
import type { Dispatcher } from '../speech/dispatcher.ts'
import type { RunningJob } from './job-registry.ts'

export type Outage = {
  /** The last trouble that a request had. */
  note(trouble: Failure): void
  /** The lanes have changed. */
  follow(): void
  /** Whether every endpoint failed too often lately to be asked as usual. */
  readonly isDown: boolean
}

export function createOutage(running: RunningJob, dispatcher: Dispatcher): Outage {
  let last: Failure | null = null
  return {
    note: (trouble) => void (last = trouble.code === 'cancelled' ? last : trouble),
    follow() {
      if (dispatcher.lanes > 0) return running.waitFor(null)
      const times = dispatcher
        .state()
        .map(({ nextTryAt, pausedUntil }) => Math.max(nextTryAt ?? 0, pausedUntil ?? 0))
      const trouble = last ?? failure('server-unreachable', { server: '' })
      running.waitFor({ failure: trouble, until: Math.min(...times) })
    },
    get isDown() {
      return dispatcher.state().every(({ breaker }) => breaker !== 'closed')
    },
  }
}
