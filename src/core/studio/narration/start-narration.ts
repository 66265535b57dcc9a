// Begins to speak what was asked for as a job: one narration of a book at a time, and no cost unasked.
import type { SpeechRequest, VoiceId } from '../../../contract/index.ts'
import { fail, failure } from '../../base/failure-error.ts'
import { createEncodeAhead } from '../export/encode-ahead.ts'
import { usualEncoding } from '../export/export-history.ts'
import { withWhatIsLeft } from '../budget.ts'
import { estimateSpeech } from './estimate.ts'
import type { RunningJob } from '../job-registry.ts'
import { rangesOf, sizeOf } from './scope-ranges.ts'
import { speakSegments, type SpeechOrder } from './speech-job.ts'
import type { StudioParts } from '../studio-parts.ts'

/**
 * Narrates in place of the narration that may be under way; segments that are being made again are no
 * part of either. Used by the command, by the queue, and when a crash has left a job open. `asksFirst`: what
 * costs money waits for a person before it begins. `isKept`: a crash leaves it open for the next start.
 */
export function startNarration(
  parts: StudioParts,
  request: SpeechRequest,
  { asksFirst = false, isKept = true } = {},
): Promise<{ jobId: string }> {
  const { context, jobs, turns } = parts
  // In turn: of two that are asked for at once, the first must be there for the second to end it.
  return turns(`narration of ${request.projectId}`, async () => {
    for (const { job, replaceable } of jobs.active(request.projectId, 'speech'))
      if (replaceable) await jobs.cancel(job.id)
    const { cache } = context.settingsInForce()
    const how = { renew: !cache, replaceable: true, asksFirst, isKept }
    return startSpeech(parts, request, how, (spent) =>
      startNarration(parts, withWhatIsLeft(request, spent), { isKept }),
    )
  })
}

/**
 * `renew`: also what is spoken is spoken anew. `replaceable`: the next narration of the book ends it.
 * `asksFirst`: where it costs money it waits for a person before it begins. `isKept`: over a crash.
 */
export async function startSpeech(
  parts: StudioParts,
  request: SpeechRequest,
  {
    renew,
    replaceable,
    asksFirst,
    isKept = true,
    voice,
  }: {
    renew: boolean
    replaceable: boolean
    asksFirst: boolean
    isKept?: boolean
    voice?: VoiceId | undefined
  },
  again: RunningJob['again'] = null,
): Promise<{ jobId: string }> {
  const { context, jobs, voices } = parts
  const project = await context.projects.read(request.projectId)
  const ranges = await rangesOf(project, request.scope, context.projects)
  const total = sizeOf(ranges)
  if (total === 0) throw fail('nothing-to-speak')
  // To speak anew what is there is asked for by a person each time; it is not taken up by itself.
  const kept = renew || !isKept ? null : JSON.stringify(request)
  const job = jobs.start(
    { kind: 'speech', stage: 'speaking', projectId: project.id, replaceable, again },
    kept,
    async (running) => {
      running.update({ total })
      const { provider } = await voices.find(voice ?? project.voice)
      const wish =
        request.encodeAhead === 'usual'
          ? await usualEncoding(parts, project.id)
          : request.encodeAhead
      // A voice of this machine needs all of it: what it speaks is encoded when it is done.
      const isElsewhere = provider.capabilities.kind === 'server'
      const ahead =
        wish && isElsewhere ? createEncodeAhead(parts, project, wish, running.signal) : null
      const onReady: SpeechOrder['onReady'] = (segments) => ahead?.onReady(segments)
      const { price } = provider.capabilities
      const budget = request.budget ?? null
      const instead = project.fallbackVoice
      const speaking = [...project.cast.map((character) => character.voice), instead]
      const costly = [
        provider,
        ...speaking.map((id) => (id === null ? undefined : voices.providerOf(id))),
      ].find((each) => each?.capabilities.price)
      if (asksFirst && costly) {
        const { ready } = await estimateSpeech(parts, project.id, request.scope)
        running.update({ done: ready })
        // What is spoken already costs nothing.
        if (ready < total) running.pause(failure('resume-costs', { server: costly.label }))
      }
      // Every row is queued now, and none is afterwards, however it ends.
      await parts.changes.announce(project.id, null)
      try {
        const order: SpeechOrder = {
          ...{ project, ranges, total, renew, onReady, price, budget },
          ...(voice !== undefined && { voice }),
        }
        await speakSegments(parts, running, order)
        running.update({ stage: 'encoding', etaSeconds: null })
        await ahead?.finish()
      } finally {
        if (wish && !isElsewhere) parts.idleEncoding.want(project.id, wish)
        await parts.changes.announce(project.id, null)
      }
    },
  )
  return { jobId: job.id }
}
