// segment.list, .edit, .split, .join, .remove, .move, .say, .set, .find, .replace: a person at work on the rows.
import type { ChapterEntry, OneChange, Project } from '../../../contract/index.ts'
import { arrangementOf } from '../../base/arrangement.ts'
import { fail } from '../../base/failure-error.ts'
import { expressionOf } from '../../../contract/text-match.ts'
import { spokenOf } from '../../segment/spoken-of.ts'
import { afterReplacing } from '../document/after-arranging.ts'
import { moveRows } from '../document/arrange.ts'
import { countsAfter, joinRows, runsOf, splitRow } from '../document/edit-rows.ts'
import { editedText } from '../document/edited-text.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { rowById } from '../document/project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'
import { setRows } from '../document/set-rows.ts'
import { findRows, targetRows } from '../document/target-rows.ts'

/** The position behind the last row of a row's chapter. */
function endOf(chapters: readonly ChapterEntry[], row: StoredSegment): number {
  const chapter = chapters.find(({ id }) => id === row.chapterId)
  return chapter ? chapter.firstPosition + chapter.segments : row.position
}

type Moved = Extract<OneChange, { kind: 'rows-replaced' | 'chapters-arranged' }>

export function segmentRowCommands(
  parts: StudioParts,
): HandlersOf<
  | 'segment.list'
  | 'segment.edit'
  | 'segment.split'
  | 'segment.join'
  | 'segment.remove'
  | 'segment.move'
  | 'segment.places'
  | 'segment.say'
  | 'segment.set'
  | 'segment.find'
  | 'segment.replace'
> {
  const { context, changes } = parts
  const { projects } = context

  const one = (projectId: string, segmentId: string) => rowById(projects, projectId, segmentId)
  /** The rows behind move, so that what runs on their places begins anew. */
  const replace = async (projectId: string, how: (project: Project) => Promise<Moved>) => {
    let before = 0
    const { revision } = await changes.apply(projectId, (project) => {
      before = project.revision
      return how(project)
    })
    return { ended: revision !== before && (await afterReplacing(parts, projectId)), revision }
  }
  /** Of a row that was cut: its id with a number behind it that no row has. */
  const freshId = async (projectId: string, id: string): Promise<string> => {
    for (let number = 1; ; number += 1) {
      const wanted = `${id}.${number}`
      if ((await projects.segmentsById(projectId, [wanted])).length === 0) return wanted
    }
  }
  return {
    async 'segment.list'({ projectId, from, count }) {
      const project = await projects.read(projectId)
      const segments = await projects.segments(projectId, from, count)
      return { rows: await parts.rows(project, segments), revision: project.revision }
    },
    async 'segment.edit'({ projectId, segmentId, text, from }) {
      await changes.apply(projectId, async ({ language }) => {
        const row = await one(projectId, segmentId)
        const edits = editedText(row, text, language)
        if (edits.length > 0 && from !== undefined && editedText(row, from, language).length > 0)
          throw fail('segment-changed', { text: row.text })
        return edits.length > 0
          ? { kind: 'several', changes: edits }
          : { kind: 'segments-set', rows: [] }
      })
      return {}
    },
    'segment.split': ({ projectId, segmentId, at }) =>
      replace(projectId, async ({ chapters }) => {
        const row = await one(projectId, segmentId)
        const rows = splitRow(row, at, await freshId(projectId, segmentId))
        const { chapterId, position: from } = row
        return {
          kind: 'rows-replaced',
          stretches: [{ chapterId, from, count: 1, rows }],
          chapters: countsAfter(chapters, [row], rows),
        }
      }),
    'segment.join': ({ projectId, segmentId, count = 2 }) =>
      replace(projectId, async ({ chapters }) => {
        const row = await one(projectId, segmentId)
        const { chapterId, position: from } = row
        if (from + count > endOf(chapters, row)) throw fail('not-found', { kind: 'segment' })
        const others = await projects.segments(projectId, from + 1, count - 1)
        const joined = joinRows(row, ...others)
        return {
          kind: 'rows-replaced',
          stretches: [{ chapterId, from, count, rows: [joined] }],
          chapters: countsAfter(chapters, [row, ...others], [joined]),
        }
      }),
    'segment.remove': ({ projectId, target }) =>
      replace(projectId, async (project) => {
        const rows = await targetRows(parts, project, target)
        if (rows.length === 0) throw fail('not-found', { kind: 'segment' })
        return {
          kind: 'rows-replaced',
          stretches: runsOf(rows).map((run) => ({
            chapterId: run[0]?.chapterId ?? '',
            from: run[0]?.position ?? 0,
            ...{ count: run.length, rows: [] },
          })),
          chapters: countsAfter(project.chapters, rows, []),
        }
      }),
    'segment.move': ({ projectId, segmentId, count, places }) =>
      replace(projectId, async ({ chapters, notePlace }) => {
        const row = await one(projectId, segmentId)
        const { position: from } = row
        const span = { from, count: Math.min(count, endOf(chapters, row) - from) }
        const moved = moveRows(chapters, span, places) ?? arrangementOf(chapters)
        return { kind: 'chapters-arranged', chapters: moved, notePlace }
      }),
    async 'segment.places'({ projectId, segmentIds }) {
      const rows = await projects.segmentsById(projectId, segmentIds)
      return { places: rows.map(({ id, position }) => ({ segmentId: id, position })) }
    },
    async 'segment.say'({ projectId, segmentId, words }) {
      const said = words?.trim() ?? ''
      const isSaidByHand = said !== ''
      // Read in its turn: a text that another page has just kept must not be as it was before.
      await changes.apply(projectId, async ({ language }) => {
        const { text, edited } = await one(projectId, segmentId)
        const spoken = isSaidByHand
          ? { spoken: [{ text: said }], map: [[0, 0] as [number, number]] }
          : spokenOf(text, language)
        return {
          kind: 'several',
          changes: [
            { kind: 'segment-edited', segmentId, text, edited, ...spoken },
            { kind: 'segments-set', rows: [{ segmentId, set: { isSaidByHand } }] },
          ],
        }
      })
      return {}
    },
    async 'segment.set'({ projectId, target, set }) {
      let count = 0
      await changes.apply(projectId, async (project) => {
        const rows = await targetRows(parts, project, target)
        count = rows.length
        return setRows(parts, project, rows, set)
      })
      return { count }
    },
    'segment.find': ({ projectId, filter }) => findRows(parts, projectId, filter),
    async 'segment.replace'({ projectId, query, by, target }) {
      const expression = expressionOf(query)
      const replaced = { segments: 0, matches: 0 }
      const { revision } = await changes.apply(projectId, async (project) => {
        const rows = await targetRows(
          parts,
          project,
          target ?? { kind: 'found', filter: { query } },
        )
        const edits: OneChange[] = []
        for (const row of rows) {
          const found = [...row.text.matchAll(expression)].length
          const text = row.text.replaceAll(expression, () => by)
          const made = editedText(row, text, project.language)
          if (row.leftOut || found === 0 || made.length === 0) continue
          replaced.segments += 1
          replaced.matches += found
          edits.push(...made)
        }
        return edits.length > 0
          ? { kind: 'several', changes: edits }
          : { kind: 'segments-set', rows: [] }
      })
      return { ...replaced, revision }
    },
  }
}
