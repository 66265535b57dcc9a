// Drops again and again what is too old or too much, for as long as the studio is open.
import { failure, failureOf } from '../base/failure-error.ts'
import { dropSetAside } from './library/set-aside.ts'
import { dropUnusedSources } from './library/kept-sources.ts'
import type { StudioParts } from './studio-parts.ts'

/** How often the setting says, looked at each time. A narration waits where the cache is full of what is in use. */
export function sweepRegularly(parts: StudioParts): void {
  const { context, jobs } = parts
  const { scope, clock, takes, codecs, modelAnswers, log } = context
  const sweep = async () => {
    const { takeTtl, cacheMaxBytes, scriptTtl } = context.settingsInForce()
    try {
      await dropSetAside(parts, 'later')
      const limits = { ttlSeconds: takeTtl, maxBytes: cacheMaxBytes }
      const { full } = await takes.sweep(limits)
      await codecs.sweep(limits)
      await dropUnusedSources(context)
      await modelAnswers.sweep(clock.now() - scriptTtl * 1000)
      if (!full) return
      const reason = failure('cache-full', { limitBytes: cacheMaxBytes })
      for (const job of jobs.running('speech')) job.pause(reason)
      log.warn('the takes in use need more than the cache may hold', { cacheMaxBytes })
    } catch (error) {
      log.warn('the sweep failed', { failure: failureOf(error) })
    }
  }
  scope.every(clock, () => context.settingsInForce().cacheSweep * 1000, sweep)
}
