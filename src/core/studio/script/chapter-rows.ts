// The rows of the chapters that a script is about: one chapter in memory at a time.
import type { Project } from '../../../contract/index.ts'
import { createBreath } from '../../base/breath.ts'
import type { Clock } from '../../base/scope.ts'
import type { ProjectStore, StoredSegment } from '../../ports/projects.ts'
import type { ContextLine } from '../../script/script-item.ts'
import { rowsBetween } from '../document/project-rows.ts'

export type ScriptContext = { projects: Pick<ProjectStore, 'segments'>; clock: Clock }

/** Whether a script is about this chapter: those named, or else the ticked ones. */
export const isAbout = (
  { id, spoken, segments }: Project['chapters'][number],
  chapterIds: readonly string[] | undefined,
): boolean => segments > 0 && (chapterIds ? chapterIds.includes(id) : spoken)

/** Left-out rows are none. */
export async function* chapterRows(
  { projects, clock }: ScriptContext,
  project: Project,
  chapterIds: readonly string[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<StoredSegment[]> {
  const breath = createBreath(clock)
  for (const chapter of project.chapters) {
    if (!isAbout(chapter, chapterIds)) continue
    signal.throwIfAborted()
    const { firstPosition: from, segments } = chapter
    const rows: StoredSegment[] = []
    for await (const row of rowsBetween(projects, project.id, from, from + segments))
      if (!row.leftOut) rows.push(row)
    yield rows
    await breath()
  }
}

export const hasWords = (text: string): boolean => /\p{L}/u.test(text)

/** Each row with the number of its scene. */
export function scenesOf(rows: readonly StoredSegment[]): string[] {
  let scene = 0
  return rows.map(({ chapterId, pauseAfter }) => {
    const of = `${chapterId}/${scene}`
    if (pauseAfter === 'scene') scene += 1
    return of
  })
}

/** Longer ones are cut: they are there to be understood by, not to be read whole. */
const longestLine = 400

/** So many lines before or behind one. */
export const linesBeside = (
  rows: readonly StoredSegment[],
  from: number,
  to: number,
): ContextLine[] =>
  rows
    .slice(Math.max(0, from), Math.max(0, to))
    .map(({ id, text }) => ({ id, text: text.slice(0, longestLine).toWellFormed() }))

/** So many letters of a text, a word of it in their midst. */
export function lineAround(text: string, word: string, letters: number): string {
  const from = Math.max(0, text.indexOf(word) - letters / 2)
  return text.slice(from, from + letters).toWellFormed()
}
