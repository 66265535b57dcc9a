// segment.*, speech.*, playhead.*, rows.*: rows, and having them spoken.
import type { ExportFormat, Project, SpeechScope, VoiceId } from '../../../contract/index.ts'
import { fail, failure, failureOf } from '../../base/failure-error.ts'
import { spokenOf } from '../../segment/spoken-of.ts'
import { createEncodeAhead } from '../encode-ahead.ts'
import type { HandlersOf } from '../handlers.ts'
import { estimateSpeech } from '../estimate.ts'
import { createFallbackVoice } from '../fallback-voice.ts'
import { withMending } from '../mending.ts'
import { rangesOf, sizeOf } from '../scope-ranges.ts'
import { speakSegments, type SpeechOrder } from '../speech-job.ts'
import type { StudioParts } from '../studio-parts.ts'
import { voiceOf } from '../voice-desk.ts'

export type SpeechRequestText = {
  projectId: string
  scope: SpeechScope
  encodeAhead?: ExportFormat | undefined
  budget?: number | undefined
}

/**
 * Narrates in place of the narration that may be under way; segments that are being made again are no
 * part of either. Used by the command, and (`again`) when a crash has left a job open: what costs money
 * then asks a person first.
 */
export function startNarration(
  parts: StudioParts,
  request: SpeechRequestText,
  { again = false } = {},
): Promise<{ jobId: string }> {
  const { context, jobs, turns } = parts
  // In turn: of two that are asked for at once, the first must be there for the second to end it.
  return turns(`narration of ${request.projectId}`, async () => {
    for (const { job, replaceable } of jobs.active(request.projectId, 'speech'))
      if (replaceable) await jobs.cancel(job.id)
    const { cache } = context.settingsInForce()
    return startSpeech(parts, request, { renew: !cache, replaceable: true, asksFirst: again })
  })
}

async function startSpeech(
  parts: StudioParts,
  request: SpeechRequestText,
  { renew, replaceable, asksFirst }: { renew: boolean; replaceable: boolean; asksFirst: boolean },
): Promise<{ jobId: string }> {
  const { context, jobs } = parts
  const sourceOf = (voice: VoiceId | null) =>
    context.sources.all().find(({ name }) => voice?.startsWith(`${name}:`))
  const project = await context.projects.read(request.projectId)
  const ranges = await rangesOf(project, request.scope, context.projects)
  const total = sizeOf(ranges)
  if (total === 0) throw fail('nothing-to-speak')
  // To speak anew what is there is asked for by a person each time; it is not taken up by itself.
  const kept = renew ? null : JSON.stringify(request)
  const job = jobs.start(
    { kind: 'speech', stage: 'speaking', projectId: project.id, replaceable },
    kept,
    async (running) => {
      running.update({ total })
      const ahead = request.encodeAhead
        ? createEncodeAhead(parts, project, request.encodeAhead, running.signal)
        : null
      const onReady: SpeechOrder['onReady'] = (segments) => ahead?.onReady(segments)
      const { provider } = await parts.voices.find(voiceOf(project))
      const { price } = provider.capabilities
      const budget = request.budget ?? null
      const costly = price ? provider : sourceOf(project.fallbackVoice)
      if (asksFirst && costly?.capabilities.price) {
        const { ready } = await estimateSpeech(parts, project.id, request.scope)
        running.update({ done: ready })
        // What is spoken already costs nothing.
        if (ready < total) running.pause(failure('resume-costs', { server: costly.label }))
      }
      // Every row is queued now, and none is afterwards, however it ends.
      await parts.changes.announce(project.id, null)
      try {
        const order = { project, ranges, total, renew, onReady, price, budget }
        await speakSegments(parts, running, order)
        running.update({ stage: 'encoding', etaSeconds: null })
        await ahead?.finish()
      } finally {
        await parts.changes.announce(project.id, null)
      }
    },
  )
  return { jobId: job.id }
}

export function segmentCommands(
  parts: StudioParts,
): HandlersOf<
  | 'segment.list'
  | 'segment.edit'
  | 'segment.regenerate'
  | 'segment.prepare'
  | 'segment.findFlagged'
  | 'segment.keepFlagged'
  | 'speech.start'
  | 'speech.estimate'
  | 'playhead.move'
  | 'rows.see'
> {
  const { context, attentions, changes, plans, resolver, rows, voices, maker } = parts
  const { projects, scope } = context

  const one = async (projectId: string, segmentId: string) => {
    const [segment] = await projects.segmentsById(projectId, [segmentId])
    if (!segment) throw fail('not-found', { kind: 'segment' })
    return segment
  }
  /** Speaks a segment at once, beside whatever job is running, unless there is sound already. */
  const ensureSound = async ({ id: projectId, language }: Project, segmentId: string) => {
    const [row] = await resolver.settle(projectId, { ids: [segmentId] })
    if (!row || row.state !== 'waiting') return
    const { voice, provider } = await voices.find(row.voice)
    const { kept } = maker.make(
      {
        projectId,
        segment: row.segment,
        spoken: row.spoken,
        language,
        recipeKey: row.recipeKey,
        rendition: 1,
        voice,
        provider,
        endpointId: voices.endpointOf(voice.id),
        urgent: true,
      },
      scope.signal,
    )
    try {
      await kept
    } catch (error) {
      const order = { projectId, language, renew: false, urgent: true, signal: scope.signal }
      const fallback = createFallbackVoice(parts, order)
      if (!(await fallback.speakInstead(row, failureOf(error)))) throw error
    }
    await resolver.settle(projectId, { ids: [segmentId] })
    parts.activity.set(projectId, segmentId, null)
    await changes.summarise(projectId)
  }

  return {
    async 'segment.list'({ projectId, from, count }) {
      const project = await projects.read(projectId)
      const segments = await projects.segments(projectId, from, count)
      return { rows: await rows(project, segments), revision: project.revision }
    },
    async 'segment.edit'({ projectId, segmentId, text }) {
      const { language } = await projects.read(projectId)
      const segment = await one(projectId, segmentId)
      // The white space at the end belongs to the chapter's text, not to what was typed.
      const tail = /\s*$/.exec(segment.text)?.[0] ?? ''
      const whole = text.trim() + tail
      if (whole === segment.text) return {}
      const change = {
        kind: 'segment-edited',
        segmentId,
        text: whole,
        edited: true,
        ...spokenOf(whole, language),
      } as const
      await changes.apply(projectId, change)
      return {}
    },
    'segment.regenerate': ({ projectId, segmentIds }) =>
      startSpeech(
        parts,
        { projectId, scope: { kind: 'segments', segmentIds } },
        { renew: true, replaceable: false, asksFirst: false },
      ),
    async 'segment.prepare'({ projectId, segmentId }) {
      const project = await projects.read(projectId)
      const { chapterId } = await one(projectId, segmentId)
      await ensureSound(project, segmentId)
      return withMending(parts, { project, chapterId, signal: scope.signal }, async () => {
        const planned = await plans.plan(project, chapterId, { stale: true }, scope.signal)
        const mastered = plans
          .mastered(projectId, planned)
          .find(({ span }) => span.segmentId === segmentId)
        if (!mastered) throw fail('not-found', { kind: 'segment' })
        await context.codecs.renderPreview(
          mastered.key,
          mastered.clips,
          mastered.samples,
          scope.signal,
        )
        return mastered.span
      })
    },
    'speech.start': (request) => startNarration(parts, request),
    'speech.estimate': ({ projectId, scope: wanted }) => estimateSpeech(parts, projectId, wanted),
    async 'segment.findFlagged'({ projectId, from, direction }) {
      const last = direction === 'forward' ? 0 : Number.MAX_SAFE_INTEGER
      const position =
        (await projects.findFlagged(projectId, from, direction)) ??
        (await projects.findFlagged(projectId, last, direction))
      return { position }
    },
    async 'segment.keepFlagged'({ projectId, segmentId }) {
      const [row] = await resolver.settle(projectId, { ids: [segmentId] })
      if (!row?.take) throw fail('not-found', { kind: 'segment' })
      await context.takes.unflag(row.take.id)
      await resolver.settle(projectId, { ids: [segmentId] })
      parts.activity.changed(projectId, segmentId)
      await changes.summarise(projectId)
      return {}
    },
    async 'playhead.move'({ projectId, segmentId }) {
      attentions.moveHead(projectId, (await one(projectId, segmentId)).position)
      return {}
    },
    async 'rows.see'({ projectId, rows: seen }) {
      attentions.see(projectId, seen && { from: seen.from, to: seen.from + seen.count })
      return {}
    },
  }
}
