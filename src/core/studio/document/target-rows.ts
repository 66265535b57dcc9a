// Which rows a deed is for, wherever it was chosen: in the order of the book.
import type { Project, RowFilter, RowTarget } from '../../../contract/index.ts'
import { expressionOf } from '../../../contract/text-match.ts'
import { assertNever } from '../../base/invariant.ts'
import { fail } from '../../base/failure-error.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { rowsAt, rowsBetween } from './project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'

type Found = { positions: number[]; matches: number }

/** As the store finds them; what has failed is known here alone. */
export async function findRows(
  { context, activity }: Pick<StudioParts, 'context' | 'activity'>,
  projectId: string,
  filter: RowFilter,
): Promise<Found> {
  const { projects } = context
  if (filter.state !== 'failed') return projects.find(projectId, filter)
  const { state: _, ...others } = filter
  const failed = await projects.segmentsById(projectId, activity.failedIds(projectId))
  const among = new Map(failed.map((row) => [row.position, row]))
  const found = await projects.find(projectId, others)
  const positions = found.positions.filter((position) => among.has(position))
  if (!others.query) return { positions, matches: positions.length }
  const expression = expressionOf(others.query)
  const counts = positions.map(
    (position) => [...(among.get(position)?.text.matchAll(expression) ?? [])].length,
  )
  return { positions, matches: counts.reduce((sum, count) => sum + count, 0) }
}

/** Fails with `not-found` where a chapter is gone; segments that are gone are left out. */
export async function targetRows(
  parts: Pick<StudioParts, 'context' | 'activity'>,
  project: Project,
  target: RowTarget,
): Promise<StoredSegment[]> {
  const { projects } = parts.context
  const between = async (from: number, count: number) => {
    const rows: StoredSegment[] = []
    for await (const row of rowsBetween(projects, project.id, from, from + count)) rows.push(row)
    return rows
  }
  switch (target.kind) {
    case 'segments': {
      const rows = await projects.segmentsById(project.id, target.segmentIds)
      return rows.toSorted((a, b) => a.position - b.position)
    }
    case 'rows':
      return between(target.from, target.count)
    case 'chapter': {
      const chapter = project.chapters.find(({ id }) => id === target.chapterId)
      if (!chapter) throw fail('not-found', { kind: 'chapter' })
      return between(chapter.firstPosition, chapter.segments)
    }
    case 'found': {
      const { positions } = await findRows(parts, project.id, target.filter)
      return rowsAt(projects, project.id, positions)
    }
    default:
      return assertNever(target)
  }
}
