// Changes of a document on its rows: what a change does, and the one that takes it back.
import type {
  ChapterGain,
  LeftOutReason,
  OneChange,
  Project,
  ProjectChange,
} from '../../contract/index.ts'
import { coverOf, describedCover } from '../../core/base/cover-address.ts'
import { canonicalJson, type Json } from '../../core/base/digest.ts'
import { fail } from '../../core/base/failure-error.ts'
import { assertNever } from '../../core/base/invariant.ts'
import { arrangesNothing, rearranged } from '../../core/base/arrangement.ts'
import { mannerNow, namesBySegment } from '../../core/base/manner.ts'
import { stretchesBack } from '../../core/base/replace-rows.ts'
import { createArranger } from './arrange-chapters.ts'
import { keptRowOf, normalisedOf, rowOfList, rowOfManner, rowOfNormalised } from './project-rows.ts'
import type { ProjectsPrepared } from './projects-prepared.ts'
import { createRowReplacer } from './replace-rows.ts'
import type { SegmentRow } from './statements/segment-statements.ts'

export type DocumentChanges = {
  /** Makes a change that has its inverse already. */
  apply(projectId: string, change: ProjectChange): void
  /**
   * Makes a change and answers with it and what takes it back; null where nothing is another. Fails with
   * `not-found`.
   */
  make(
    projectId: string,
    change: ProjectChange,
  ): { change: ProjectChange; inverse: ProjectChange } | null
}

const canonical = (change: ProjectChange) => canonicalJson(change as Json)

/** `read` gives the index of a project or fails with `not-found`. All in the transaction of whoever calls. */
export function createDocumentChanges(
  { projects, segments }: Pick<ProjectsPrepared, 'projects' | 'segments'>,
  read: (projectId: string) => Project,
): DocumentChanges {
  const arrange = createArranger({ projects, segments })
  const replaceRows = createRowReplacer({ projects, segments })

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

  const countsNow =
    (projectId: string) =>
    ({ chapterId }: { chapterId: string }) => {
      const row = projects.counted.get({ projectId, chapterId })
      if (!row) throw fail('not-found', { kind: 'chapter' }, chapterId)
      return { chapterId, ...row }
    }

  /** The change that brings back what the rows say now. Fails with `not-found`. */
  const inverseOf = (projectId: string, change: OneChange): OneChange => {
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
        return {
          kind: change.kind,
          lines: segmentIds.map((segmentId) => ({
            segmentId,
            leftOut: segmentRow(projectId, segmentId).leftOut as LeftOutReason | null,
          })),
          chapters: uniqueBy(change.chapters, ({ chapterId }) => chapterId).map(
            countsNow(projectId),
          ),
        }
      }
      case 'rows-replaced':
        return {
          kind: change.kind,
          stretches: stretchesBack(change.stretches, (from, count) =>
            segments.range.all({ projectId, from, before: from + count }).map(keptRowOf),
          ),
          chapters: change.chapters.map(countsNow(projectId)),
        }
      case 'segments-set':
        return {
          kind: change.kind,
          rows: [...namesBySegment(change.rows)].map(([segmentId, set]) => ({
            segmentId,
            set: mannerNow(keptRowOf(segmentRow(projectId, segmentId)).manner, set),
          })),
        }
      case 'cast-changed':
        return { kind: change.kind, cast: read(projectId).cast }
      case 'dictionary-changed':
        return { kind: change.kind, dictionary: read(projectId).dictionary }
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
      case 'description-told':
        return { kind: change.kind, description: read(projectId).description ?? null }
      case 'translation-told':
        return { kind: change.kind, of: read(projectId).translationOf ?? null }
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

  const applyOne = (projectId: string, change: OneChange): void => {
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
      case 'rows-replaced':
        replaceRows(projectId, change.stretches)
        for (const counts of change.chapters) projects.countWords.run({ projectId, ...counts })
        return
      case 'segments-set':
        for (const { segmentId: id, set } of change.rows) {
          const { manner } = keptRowOf(segmentRow(projectId, id))
          segments.setManner.run({ projectId, id, manner: rowOfManner({ ...manner, ...set }) })
        }
        return
      case 'cast-changed':
        projects.changeCast.run({ id: projectId, cast: rowOfList(change.cast) })
        return
      case 'dictionary-changed': {
        const dictionary = rowOfList(change.dictionary)
        projects.changeDictionary.run({ id: projectId, dictionary })
        return
      }
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
      case 'description-told':
        projects.tellDescription.run({ id: projectId, description: change.description })
        return
      case 'translation-told': {
        const of = change.of && JSON.stringify(change.of)
        projects.tellTranslation.run({ id: projectId, of })
        return
      }
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

  const makeOne = (projectId: string, change: OneChange): OneChange | null => {
    const inverse = inverseOf(projectId, change)
    // What changes nothing is no fact: undo must always be seen to do something.
    const isNothing =
      change.kind === 'chapters-arranged'
        ? arrangesNothing(read(projectId), change)
        : canonical(inverse) === canonical(change)
    if (isNothing) return null
    applyOne(projectId, change)
    return inverse
  }

  return {
    apply(projectId, change) {
      const changes = change.kind === 'several' ? change.changes : [change]
      for (const one of changes) applyOne(projectId, one)
    },
    make(projectId, change) {
      read(projectId)
      if (change.kind !== 'several') {
        const inverse = makeOne(projectId, change)
        return inverse && { change, inverse }
      }
      const made: OneChange[] = []
      const inverses: OneChange[] = []
      for (const one of change.changes) {
        const inverse = makeOne(projectId, one)
        if (!inverse) continue
        made.push(one)
        inverses.unshift(inverse)
      }
      return made.length === 0 ? null : { change: stepOf(made), inverse: stepOf(inverses) }
    },
  }
}

const stepOf = (changes: OneChange[]): ProjectChange => {
  const [only, ...more] = changes
  return only && more.length === 0 ? only : { kind: 'several', changes }
}

/** The first of each key. */
const uniqueBy = <T>(list: readonly T[], keyOf: (one: T) => string): T[] =>
  [...new Map(list.toReversed().map((one) => [keyOf(one), one])).values()].toReversed()
