// Rows in place of others, in the transaction of whoever calls: what is behind them moves.
import type { ReplacedStretch } from '../../contract/index.ts'
import { placesAfter, shiftsOf } from '../../core/base/replace-rows.ts'
import { rowOfKept } from './project-rows.ts'
import type { ProjectsPrepared } from './projects-prepared.ts'

export function createRowReplacer({
  projects,
  segments,
}: Pick<ProjectsPrepared, 'projects' | 'segments'>) {
  return (projectId: string, stretches: readonly ReplacedStretch[]): void => {
    const before = projects.chapters.all({ projectId })
    const total = before.reduce((sum, chapter) => sum + chapter.segments, 0)
    for (const { from, count } of stretches)
      if (count > 0) segments.remove.run({ projectId, from, before: from + count })
    const shifts = shiftsOf(stretches, total)
    const [only, ...more] = shifts
    if (only && more.length === 0) segments.slide.run({ projectId, ...only })
    else if (only) {
      for (const shift of shifts) segments.shift.run({ projectId, ...shift })
      segments.settleMoved.run({ projectId })
    }
    let moved = 0
    for (const { from, count, rows } of stretches) {
      for (const [index, row] of rows.entries())
        segments.add.run({ projectId, ...rowOfKept(row, from + moved + index) })
      moved += rows.length - count
    }
    const changed = new Set(stretches.map(({ chapterId }) => chapterId))
    for (const place of placesAfter(before, stretches)) {
      projects.place.run({ projectId, ...place })
      const { id, firstPosition: from } = place
      if (changed.has(id))
        projects.recount.run({ projectId, id, from, before: from + place.segments })
    }
  }
}
