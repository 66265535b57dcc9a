// Rows to their new places and chapters to their new order, in the transaction of whoever calls.
import type { ArrangedChapter } from '../../contract/index.ts'
import { entriesOf, movesOf } from '../../core/base/arrangement.ts'
import { rowOfChapter } from './project-rows.ts'
import type { ProjectsPrepared } from './projects-prepared.ts'

export function createArranger({
  projects,
  segments,
}: Pick<ProjectsPrepared, 'projects' | 'segments'>) {
  return (projectId: string, chapters: readonly ArrangedChapter[]): void => {
    const before = projects.chapters.all({ projectId })
    const stays = (from: number, count: number, to: number, chapterId: string) =>
      from === to &&
      before.some(
        ({ id, firstPosition, segments: rows }) =>
          id === chapterId && firstPosition <= from && from + count <= firstPosition + rows,
      )
    const rows = before.reduce((sum, chapter) => sum + chapter.segments, 0)
    for (const { from, count, to, chapterId } of movesOf(chapters, rows))
      if (!stays(from, count, to, chapterId))
        segments.move.run({ projectId, from, before: from + count, shift: to - from, chapterId })
    segments.settleMoved.run({ projectId })
    projects.forgetChapters.run({ projectId })
    for (const entry of entriesOf(chapters)) {
      projects.addChapter.run(rowOfChapter(projectId, entry))
      const { id, firstPosition: from } = entry
      projects.recount.run({ projectId, id, from, before: from + entry.segments })
    }
  }
}
