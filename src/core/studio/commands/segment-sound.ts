// segment.regenerate, .prepare, .findFlagged, .keepFlagged, speech.*, playhead.*, rows.*: rows that are spoken and heard.
import { fail } from '../../base/failure-error.ts'
import { ensureSound } from '../narration/ensure-sound.ts'
import type { HandlersOf } from '../handlers.ts'
import { estimateSpeech } from '../narration/estimate.ts'
import { withMending } from '../takes/mending.ts'
import { rowById } from '../document/project-rows.ts'
import { startNarration, startSpeech } from '../narration/start-narration.ts'
import type { StudioParts } from '../studio-parts.ts'

export function segmentSoundCommands(
  parts: StudioParts,
): HandlersOf<
  | 'segment.regenerate'
  | 'segment.prepare'
  | 'segment.findFlagged'
  | 'segment.keepFlagged'
  | 'speech.start'
  | 'speech.estimate'
  | 'playhead.move'
  | 'rows.see'
> {
  const { context, attentions, changes, plans, resolver } = parts
  const { projects, scope } = context

  const one = (projectId: string, segmentId: string) => rowById(projects, projectId, segmentId)
  return {
    'segment.regenerate': ({ projectId, segmentIds, voice }) =>
      startSpeech(
        parts,
        { projectId, scope: { kind: 'segments', segmentIds } },
        { renew: true, replaceable: false, asksFirst: false, voice },
      ),
    async 'segment.prepare'({ projectId, segmentId }) {
      const project = await projects.read(projectId)
      const { chapterId } = await one(projectId, segmentId)
      await ensureSound(parts, project, segmentId)
      return withMending(parts, { project, chapterId, signal: scope.signal }, async () => {
        const planned = await plans.plan(project, chapterId, { stale: true }, scope.signal)
        const mastered = plans
          .mastered(projectId, planned)
          .find(({ span }) => span.segmentId === segmentId)
        if (!mastered) throw fail('not-found', { kind: 'segment' })
        await context.codecs.renderPreview(mastered.stretch, scope.signal)
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
