// project.*, chapter.*: the document of one book.
import { mediaAddresses } from '../../../contract/index.ts'
import { chapterPeaks } from '../../master/chapter-peaks.ts'
import { samplesOf } from '../../master/stretch-samples.ts'
import { progressOf } from '../narration/activity.ts'
import { musicWith } from '../export/book-music.ts'
import { afterArranging, afterReplacing } from '../document/after-arranging.ts'
import { movesRows } from '../document/arrange.ts'
import type { Changes, Step } from '../document/changes.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

const peaksPerSecond = 20

export function projectCommands(
  parts: StudioParts,
): HandlersOf<
  | 'project.open'
  | 'project.undo'
  | 'project.redo'
  | 'project.cast'
  | 'project.allowFallback'
  | 'project.shapeSound'
  | 'project.placeMusic'
  | 'project.placesOfMusic'
  | 'chapter.tick'
  | 'chapter.timeline'
> {
  const { context, activity, changes, jobs, plans, voices } = parts
  const { projects, takes, sounds, clock, scope } = context

  /** What is being spoken now would be another voice's than the one that the book has. */
  const endSpeech = async (projectId: string): Promise<boolean> => {
    const speaking = jobs.active(projectId, 'speech')
    for (const { job } of speaking) await jobs.cancel(job.id)
    return speaking.length > 0
  }
  /** Only afterwards is it known whether the step was a cast, or moved the rows under a job. */
  const endFor = async ({ before, applied }: Step): Promise<'lines' | 'voice' | null> => {
    const { id, chapters } = before
    const changes = applied.kind === 'several' ? applied.changes : [applied]
    if (changes.some(({ kind }) => kind === 'rows-replaced'))
      return (await afterReplacing(parts, id)) ? 'lines' : null
    if (applied.kind === 'chapters-arranged' && movesRows(chapters, applied.chapters))
      return (await afterArranging(parts, id)) ? 'lines' : null
    if (applied.kind === 'voice-cast') return (await endSpeech(id)) ? 'voice' : null
    return null
  }
  const step = async (projectId: string, take: Changes['redo']) => {
    const taken = await take(projectId)
    const ended = taken && (await endFor(taken))
    return { ...(await projects.history(projectId)), taken: taken !== null, ended }
  }

  return {
    async 'project.open'({ projectId }) {
      await projects.touch(projectId, clock.now())
      const project = await projects.read(projectId)
      return {
        project,
        progress: await progressOf(projects, activity, projectId),
        history: await projects.history(projectId),
        jobs: jobs.active(projectId).map(({ job }) => job),
      }
    },
    'project.undo': ({ projectId, revision }) =>
      step(projectId, (id) => changes.undo(id, revision)),
    'project.redo': ({ projectId }) => step(projectId, changes.redo),
    async 'project.cast'({ projectId, voice }) {
      await voices.find(voice)
      await endSpeech(projectId)
      await changes.apply(projectId, { kind: 'voice-cast', voice })
      return {}
    },
    async 'project.allowFallback'({ projectId, voice }) {
      if (voice !== null) await voices.find(voice)
      await changes.apply(projectId, { kind: 'fallback-allowed', voice })
      return {}
    },
    async 'project.shapeSound'({ projectId, sound }) {
      await changes.apply(projectId, { kind: 'sound-shaped', sound })
      return {}
    },
    async 'project.placeMusic'({ projectId, put, remove }) {
      await changes.apply(projectId, ({ music }) => ({
        kind: 'music-placed',
        music: musicWith(music, put, remove),
      }))
      return {}
    },
    async 'project.placesOfMusic'({ projectId }) {
      const { music } = await projects.read(projectId)
      const cues = music.flatMap(({ id, place }) =>
        'segmentId' in place ? { cueId: id, segmentId: place.segmentId } : [],
      )
      const ids = cues.map(({ segmentId }) => segmentId)
      const found = new Map(
        (await projects.segmentsById(projectId, ids)).map((row) => [row.id, row]),
      )
      const places = cues.map(({ cueId, segmentId }) => {
        const row = found.get(segmentId)
        if (!row) return { cueId, line: null }
        const { chapterId, position, text } = row
        return { cueId, line: { segmentId, chapterId, position, text } }
      })
      return { places }
    },
    async 'chapter.tick'({ projectId, chapters }) {
      await changes.apply(projectId, { kind: 'chapters-ticked', chapters })
      return {}
    },
    async 'chapter.timeline'({ projectId, chapterId }) {
      const project = await projects.read(projectId)
      const planned = await plans.plan(project, chapterId, { stale: true }, scope.signal)
      const heard = planned.rows.flatMap(({ take, stale }) => take ?? stale ?? [])
      const peaks = {
        takes: await takes.peaks(heard.map(({ id }) => id)),
        sounds: await sounds.peaks(project.music.map(({ soundId }) => soundId)),
      }
      const samples = samplesOf(planned.plan.groups)
      const complete = planned.missing.length === 0
      return {
        spans: plans.mastered(projectId, planned).map(({ span }) => span),
        durationSeconds: samples / planned.plan.sampleRate,
        complete,
        peaks: chapterPeaks(planned.plan, peaks, peaksPerSecond),
        peaksPerSecond,
        address: complete ? mediaAddresses.chapter(projectId, chapterId) : null,
      }
    },
  }
}
