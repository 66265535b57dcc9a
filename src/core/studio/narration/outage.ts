// A source that gives no lane for now: what the job waits for and how long, and which failures it excuses.
import type { Failure, FailureCode } from '../../../contract/index.ts'
import { failure, failureOf } from '../../base/failure-error.ts'
import type { VoiceProvider } from '../../ports/speech.ts'
import type { Dispatcher } from '../../dispatch/dispatcher.ts'
import type { RunningJob } from '../job-registry.ts'
import type { StudioContext } from '../studio-context.ts'
import { tries } from './dispatchers.ts'

export type Outage = {
  /** The last trouble that a request had. */
  note(trouble: Failure): void
  /** A request was answered. */
  answered(): void
  /** The lanes have changed. */
  follow(): void
  /** A person wants it to go on: patience begins anew. */
  goOn(): void
  /**
   * Whether a segment's failure says nothing of the segment: then it is put back and spoken later. Each
   * time is counted, so that a text which takes its server down is not put back for ever.
   */
  excuses(segmentId: string, failure: Failure): boolean
  leave(): void
}

/** How long a narration waits for a source that fails before a person must decide, where nobody says. */
const usualPatienceMs = 3_600_000
/** How often a segment is put back while others are served. */
const mostPutBacks = 3
/** So many probes must have failed before the server is asked whether it is there at all. */
const probesBeforeAsking = 2
/** What a server may do for the text's sake, while it speaks others well. */
const ofTheText: readonly FailureCode[] = ['server-failed', 'voice-timeout']

/**
 * A server of which only such texts are left as it cannot speak looks like one that is away. Whether it is
 * tells its test, which speaks one word; then it is taken for well, and the texts fail for themselves.
 */
export function createOutage(
  context: Pick<StudioContext, 'clock' | 'servers' | 'options' | 'log'>,
  running: RunningJob,
  provider: VoiceProvider,
  dispatcher: Dispatcher,
): Outage {
  const { clock, servers, log } = context
  const patienceMs = context.options.patienceMs ?? usualPatienceMs
  const isServer = provider.capabilities.kind === 'server'
  const putBack = new Map<string, { times: number; answersBefore: number }>()
  let last: Failure | null = null
  let answers = 0
  let failedInARow = 0
  let failedProbes = 0
  /** It has spoken its word since, so what fails is the texts' own fault. */
  let isWell = false
  let isAsking = false
  let stopPatience: (() => void) | null = null

  const trouble = () =>
    provider.whyNoLanes?.() ?? last ?? failure('server-unreachable', { server: provider.label })

  const calm = () => {
    stopPatience?.()
    stopPatience = null
  }
  const beginPatience = () => {
    stopPatience ??= running.scope.after(clock, patienceMs, () => {
      stopPatience = null
      if (!dispatcher.isDown || running.job.state !== 'running') return
      running.waitFor(null)
      running.pause(trouble())
    })
  }
  const watch = () => {
    if (!dispatcher.isDown) calm()
    else if (running.job.state === 'running') beginPatience()
  }

  const ask = async () => {
    isAsking = true
    try {
      const { check } = await servers.check(provider.name, running.signal)
      isWell = check !== null && check.failure === null
      if (!isWell) return
      answers += 1
      failedInARow = 0
      dispatcher.vouch()
    } catch (error) {
      log.debug('a server could not be asked whether it is there', failureOf(error))
    } finally {
      isAsking = false
      failedProbes = 0
    }
  }

  const outage: Outage = {
    note(noted) {
      if (noted.code === 'cancelled') return
      last = noted
      failedInARow += 1
      watch()
      if (!ofTheText.includes(noted.code)) isWell = false
      else if (dispatcher.state().some(({ breaker }) => breaker === 'half-open')) failedProbes += 1
      if (isServer && failedProbes >= probesBeforeAsking && !isAsking) void ask()
    },
    answered() {
      answers += 1
      failedInARow = 0
      failedProbes = 0
      isWell = false
      calm()
    },
    follow() {
      watch()
      if (dispatcher.lanes > 0 || running.job.state === 'paused') return running.waitFor(null)
      const times = dispatcher
        .state()
        .map(({ nextTryAt, pausedUntil }) => Math.max(nextTryAt ?? 0, pausedUntil ?? 0))
      running.waitFor({ failure: trouble(), until: Math.min(...times) })
    },
    goOn() {
      calm()
      outage.follow()
    },
    excuses(segmentId, { code, retry }) {
      const isOfTheSource = retry === 'later' || (code === 'voice-timeout' && isServer)
      // One lane uses up its segment's tries before it is known that the source is down.
      const isAway = dispatcher.isDown || failedInARow >= tries
      if (!isOfTheSource || !isAway || (isWell && ofTheText.includes(code))) return false
      const before = putBack.get(segmentId) ?? { times: 0, answersBefore: answers }
      if (before.times >= mostPutBacks && answers > before.answersBefore) return false
      putBack.set(segmentId, { ...before, times: before.times + 1 })
      return true
    },
    leave: calm,
  }
  return outage
}
