// Changes of a document as facts with their inverses: undo, redo and crash safety in one table.
import type {
  ChapterGain,
  LeftOutReason,
  Project,
  ProjectChange,
  ProjectHistory,
} from '../../contract/index.ts'
import { coverOf, describedCover } from '../../core/base/cover-address.ts'
import { canonicalJson, type Json } from '../../core/base/digest.ts'
import { fail } from '../../core/base/failure-error.ts'
import { assertNever } from '../../core/base/invariant.ts'
import { rearranged } from '../../core/base/arrangement.ts'
import { createArranger } from './arrange-chapters.ts'
import type { Database } from './database.ts'
import { normalisedOf, rowOfNormalised } from './project-rows.ts'
import type { ProjectsPrepared } from './projects-prepared.ts'
import type { FactRow } from './statements/history-statements.ts'
import type { SegmentRow } from './statements/segment-statements.ts'

type Applied = { project: Project; applied: ProjectChange }

export type ProjectHistories = {
  change(projectId: string, change: ProjectChange): Project
  undo(projectId: string): Applied | null
  redo(projectId: string): Applied | null
  history(projectId: string): ProjectHistory
}

const canonical = (change: ProjectChange) => canonicalJson(change as Json)

/** `read` gives the index of a project or fails with `not-found`. */
export function createProjectHistory(
  database: Database,
  { facts, projects, segments }: ProjectsPrepared,
  read: (projectId: string) => Project,
): ProjectHistories {
  const arrange = createArranger({ projects, segments })

  const segmentRow = (projectId: string, id: string): SegmentRow => {
    const row = segments.byId.get({ projectId, id })
    if (!row) throw fail('not-found', { kind: 'segment' }, id)
    return row
  }

  const gainNow =
    (projectId: string) =>
    ({ chapterId }: ChapterGain): ChapterGain => {
      const row = projects.gain.get({ projectId, chapterId })
      if (!row) throw fail('not-found', { kind: 'chapter' }, chapterId)
      return { chapterId, gainDb: row.gainDb }
    }

  /** The change that brings back what the rows say now. Fails with `not-found`. */
  const inverseOf = (projectId: string, change: ProjectChange): ProjectChange => {
    switch (change.kind) {
      case 'chapters-ticked': {
        const chapterIds = [...new Set(change.chapters.map((chapter) => chapter.chapterId))]
        const chapters = chapterIds.map((chapterId) => {
          const row = projects.ticked.get({ projectId, chapterId })
          if (!row) throw fail('not-found', { kind: 'chapter' }, chapterId)
          return { chapterId, spoken: row.spoken === 1 }
        })
        return { kind: change.kind, chapters }
      }
      case 'chapters-arranged': {
        const { chapters, notePlace } = read(projectId)
        return { kind: change.kind, chapters: rearranged(chapters, change.chapters), notePlace }
      }
      case 'lines-left-out': {
        const segmentIds = [...new Set(change.lines.map(({ segmentId }) => segmentId))]
        const chapterIds = [...new Set(change.chapters.map(({ chapterId }) => chapterId))]
        return {
          kind: change.kind,
          lines: segmentIds.map((segmentId) => ({
            segmentId,
            leftOut: segmentRow(projectId, segmentId).leftOut as LeftOutReason | null,
          })),
          chapters: chapterIds.map((chapterId) => {
            const row = projects.counted.get({ projectId, chapterId })
            if (!row) throw fail('not-found', { kind: 'chapter' }, chapterId)
            return { chapterId, ...row }
          }),
        }
      }
      case 'segment-edited': {
        const row = segmentRow(projectId, change.segmentId)
        return {
          kind: change.kind,
          segmentId: row.id,
          text: row.text,
          spoken: JSON.parse(row.spoken),
          map: JSON.parse(row.map),
          ...normalisedOf(row),
          edited: row.edited === 1,
        }
      }
      case 'book-described': {
        const { title, authors, cover } = read(projectId)
        return { kind: change.kind, title, authors, cover: describedCover(cover) }
      }
      case 'voice-cast':
        return { kind: change.kind, voice: read(projectId).voice }
      case 'fallback-allowed':
        return { kind: change.kind, voice: read(projectId).fallbackVoice }
      case 'music-placed':
        return { kind: change.kind, music: read(projectId).music }
      case 'sound-shaped':
        return {
          kind: change.kind,
          sound: read(projectId).sound,
          ...(change.gains && { gains: change.gains.map(gainNow(projectId)) }),
        }
      case 'takes-pinned': {
        const segmentIds = [...new Set(change.takes.map((take) => take.segmentId))]
        const takes = segmentIds.map((segmentId) => ({
          segmentId,
          takeId: segmentRow(projectId, segmentId).pinnedTakeId,
        }))
        return { ...change, takes }
      }
      default:
        return assertNever(change)
    }
  }

  const apply = (projectId: string, change: ProjectChange): void => {
    switch (change.kind) {
      case 'chapters-ticked':
        for (const { chapterId, spoken } of change.chapters)
          projects.tick.run({ projectId, chapterId, spoken: spoken ? 1 : 0 })
        return
      case 'chapters-arranged':
        arrange(projectId, change.chapters)
        projects.placeNotes.run({ id: projectId, notePlace: change.notePlace })
        return
      case 'lines-left-out':
        for (const { segmentId, leftOut } of change.lines)
          segments.leaveOut.run({ projectId, id: segmentId, leftOut })
        for (const counts of change.chapters) projects.countWords.run({ projectId, ...counts })
        return
      case 'segment-edited':
        segments.edit.run({
          projectId,
          id: change.segmentId,
          text: change.text,
          spoken: JSON.stringify(change.spoken),
          map: JSON.stringify(change.map),
          normalised: rowOfNormalised(change),
          edited: change.edited ? 1 : 0,
        })
        return
      case 'book-described':
        projects.describe.run({
          id: projectId,
          title: change.title,
          authors: JSON.stringify(change.authors),
          cover: JSON.stringify(coverOf(projectId, change.cover)),
        })
        return
      case 'voice-cast':
        projects.cast.run({ id: projectId, voice: change.voice })
        return
      case 'fallback-allowed':
        projects.allowFallback.run({ id: projectId, voice: change.voice })
        return
      case 'music-placed':
        projects.placeMusic.run({ id: projectId, music: JSON.stringify(change.music) })
        return
      case 'sound-shaped':
        projects.shapeSound.run({ id: projectId, sound: JSON.stringify(change.sound) })
        for (const gain of change.gains ?? []) projects.level.run({ projectId, ...gain })
        return
      case 'takes-pinned':
        for (const { segmentId, takeId } of change.takes)
          segments.pin.run({ projectId, id: segmentId, takeId })
        return
      default:
        assertNever(change)
    }
  }

  /** Moves one fact, and with it those beside it that the same job has pinned. */
  const step = (
    projectId: string,
    next: () => FactRow | undefined,
    undone: 0 | 1,
  ): Applied | null => {
    let applied: ProjectChange | null = null
    for (let fact = next(); fact; fact = next()) {
      const change = JSON.parse(undone ? fact.inverse : fact.change) as ProjectChange
      const both: ProjectChange | null = applied ? joinedChange(applied, change) : change
      if (!both) break
      apply(projectId, change)
      facts.move.run({ projectId, sequence: fact.sequence, undone })
      applied = both
    }
    if (!applied) return null
    projects.revise.run({ id: projectId })
    return { project: read(projectId), applied }
  }

  return {
    change: (projectId, change) =>
      database.transaction(() => {
        const project = read(projectId)
        const inverse = inverseOf(projectId, change)
        // What changes nothing is no fact: undo must always be seen to do something.
        if (canonical(inverse) === canonical(change)) return project
        apply(projectId, change)
        facts.forgetUndone.run({ projectId })
        facts.add.run({
          projectId,
          change: JSON.stringify(change),
          inverse: JSON.stringify(inverse),
        })
        projects.revise.run({ id: projectId })
        return read(projectId)
      }),
    undo: (projectId) =>
      database.transaction(() => step(projectId, () => facts.lastDone.get({ projectId }), 1)),
    redo: (projectId) =>
      database.transaction(() => step(projectId, () => facts.firstUndone.get({ projectId }), 0)),
    history: (projectId) => ({
      canUndo: facts.lastDone.get({ projectId }) !== undefined,
      canRedo: facts.firstUndone.get({ projectId }) !== undefined,
    }),
  }
}

/** Two changes, one after the other, as one step for a person; null when they are two. */
function joinedChange(first: ProjectChange, then: ProjectChange): ProjectChange | null {
  if (first.kind !== 'takes-pinned' || then.kind !== 'takes-pinned') return null
  if (first.jobId === undefined || first.jobId !== then.jobId) return null
  const takes = new Map([...first.takes, ...then.takes].map((take) => [take.segmentId, take]))
  return { ...then, takes: [...takes.values()] }
}
