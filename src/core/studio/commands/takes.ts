// take.*, project.marks: the renditions of a segment, and what a person has noted in a book.
import type { OneChange, Project, Take, TakeView } from '../../../contract/index.ts'
import { allPeaks, peakPairsPerSecond, rowPeaks } from '../../audio/peaks.ts'
import { fail } from '../../base/failure-error.ts'
import { pauseBetween } from '../../master/pauses.ts'
import { heardOf } from '../../master/take-clip.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import type { HandlersOf } from '../handlers.ts'
import { rowById, rowsAt } from '../document/project-rows.ts'
import { hearTake } from '../takes/hear-take.ts'
import { recordTake } from '../takes/record-take.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Marks told at once. */
const marksTold = 1000

export function takeCommands(
  parts: StudioParts,
): HandlersOf<
  'take.list' | 'take.peaks' | 'take.choose' | 'take.hear' | 'take.record' | 'project.marks'
> {
  const { context, changes, resolver } = parts
  const { projects, takes } = context

  const resolved = async (project: Project, segment: StoredSegment) => {
    const [row] = await resolver.resolve(project, [segment])
    if (!row) throw fail('not-found', { kind: 'segment' })
    return row
  }
  const choose = async (projectId: string, segmentId: string, take: Take) => {
    await takes.refer(projectId, [{ segmentId, takeId: take.id }])
    await changes.apply(projectId, async (project) => {
      const segment = await rowById(projects, projectId, segmentId)
      const { recipeKey } = await resolved(project, segment)
      // What says something else than what is asked now was chosen all the same.
      const isLocked = take.recipeKey !== undefined && take.recipeKey !== recipeKey
      const pinned: OneChange = {
        kind: 'takes-pinned',
        takes: [{ segmentId, takeId: take.id }],
      }
      const locked: OneChange = { kind: 'segments-set', rows: [{ segmentId, set: { isLocked } }] }
      return { kind: 'several', changes: [pinned, locked] }
    })
  }
  const bookPause = async ({ id, sound }: Project, segment: StoredSegment): Promise<number> => {
    const { manner: _, ...bare } = segment
    const [next] = await projects.segments(id, segment.position + 1, 1)
    const isBehind = next?.chapterId === segment.chapterId && !next.leftOut
    return pauseBetween(bare, isBehind ? next : undefined, sound)
  }
  const find = async (takeId: string): Promise<Take> => {
    const take = (await takes.find([takeId])).get(takeId)
    if (!take) throw fail('not-found', { kind: 'take' })
    return take
  }

  return {
    async 'take.list'({ projectId, segmentId }) {
      const project = await projects.read(projectId)
      const segment = await rowById(projects, projectId, segmentId)
      const { take: heard, recipeKey } = await resolved(project, segment)
      const all = await takes.ofSegment(projectId, segmentId)
      // What is heard here may have been spoken for the same words elsewhere.
      const shown = heard && !all.some(({ id }) => id === heard.id) ? [heard, ...all] : all
      const peaks = await takes.peaks(shown.map(({ id }) => id))
      const view = (take: Take): TakeView => ({
        id: take.id,
        voice: take.voice,
        durationSeconds: take.samples / take.sampleRate,
        peaks: rowPeaks(peaks.get(take.id) ?? new Uint8Array(0)),
        flags: take.flags,
        isChosen: take.id === heard?.id,
        isCurrent: take.recipeKey === undefined || take.recipeKey === recipeKey,
        isRecording: take.recipeKey === undefined,
        note: segment.manner?.takeNotes?.[take.id] ?? '',
      })
      return { takes: shown.map(view), bookPauseMs: await bookPause(project, segment) }
    },
    async 'take.peaks'({ takeId }) {
      const take = await find(takeId)
      const stored = (await takes.peaks([takeId])).get(takeId)
      const { start, end } = heardOf(take, null)
      const secondsOf = (samples: number) => samples / take.sampleRate
      return {
        peaks: allPeaks(stored ?? new Uint8Array(0)),
        peaksPerSecond: peakPairsPerSecond,
        durationSeconds: secondsOf(take.samples),
        found: { startSeconds: secondsOf(start), endSeconds: secondsOf(end) },
      }
    },
    async 'take.choose'({ projectId, segmentId, takeId }) {
      await choose(projectId, segmentId, await find(takeId))
      return {}
    },
    async 'take.hear'({ projectId, segmentId, takeId }) {
      const project = await projects.read(projectId)
      const segment = await rowById(projects, projectId, segmentId)
      return hearTake(parts, project, segment, await find(takeId))
    },
    async 'take.record'({ projectId, segmentId, ticket }) {
      await rowById(projects, projectId, segmentId)
      const take = await recordTake(parts, { projectId, segmentId }, ticket)
      await choose(projectId, segmentId, take)
      return { takeId: take.id }
    },
    async 'project.marks'({ projectId }) {
      const project = await projects.read(projectId)
      const marked = await projects.marked(projectId)
      const { positions } = await projects.find(projectId, { state: 'flagged' })
      const all = new Set([...marked.map(({ position }) => position), ...positions])
      const first = [...all].toSorted((a, b) => a - b).slice(0, marksTold)
      const rows = new Map(marked.map((row) => [row.position, row]))
      const others = first.filter((position) => !rows.has(position))
      for (const row of await rowsAt(projects, projectId, others)) rows.set(row.position, row)
      const shown = first.flatMap((position) => rows.get(position) ?? [])
      const marks = (await resolver.resolve(project, shown)).map(({ segment, take }) => {
        const { id: segmentId, chapterId, position, text, manner } = segment
        const line = { segmentId, chapterId, position, text }
        return { line, mark: manner?.mark ?? null, flags: take?.flags ?? [] }
      })
      return { marks, total: all.size }
    },
  }
}
