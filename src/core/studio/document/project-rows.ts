// A book's rows from its store: all of them page by page, some by their places, and one by its id.
import type { ChapterEntry, Project } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import type { ProjectStore, StoredSegment } from '../../ports/projects.ts'

const usualPage = 500

/** From one position up to another, so many read at a time: constant memory for a book of any length. */
export async function* rowsBetween(
  projects: Pick<ProjectStore, 'segments'>,
  projectId: string,
  from: number,
  before: number,
  page = usualPage,
): AsyncGenerator<StoredSegment> {
  for (let at = from; at < before; at += page)
    yield* await projects.segments(projectId, at, Math.min(page, before - at))
}

/** Of all its chapters, which lie one behind the other. */
export function rowCount(chapters: readonly ChapterEntry[]): number {
  const last = chapters.at(-1)
  return last ? last.firstPosition + last.segments : 0
}

export const allRows = (
  projects: Pick<ProjectStore, 'segments'>,
  { id, chapters }: Pick<Project, 'id' | 'chapters'>,
): AsyncGenerator<StoredSegment> => rowsBetween(projects, id, 0, rowCount(chapters))

/** So few rows between two are read with them: that is quicker than to ask for each. */
const fewBetween = 8

/** The rows at some positions, which ascend. */
export async function rowsAt(
  projects: Pick<ProjectStore, 'segments'>,
  projectId: string,
  positions: readonly number[],
): Promise<StoredSegment[]> {
  const rows: StoredSegment[] = []
  for (let at = 0; at < positions.length;) {
    const from = positions[at] as number
    let last = from
    const wanted = new Set<number>()
    for (; at < positions.length && wanted.size < usualPage; at += 1) {
      const next = positions[at] as number
      if (next - last > fewBetween) break
      last = next
      wanted.add(next)
    }
    const found = await projects.segments(projectId, from, last - from + 1)
    rows.push(...found.filter(({ position }) => wanted.has(position)))
  }
  return rows
}

/** Fails with `not-found`. */
export async function rowById(
  projects: Pick<ProjectStore, 'segmentsById'>,
  projectId: string,
  segmentId: string,
): Promise<StoredSegment> {
  const [segment] = await projects.segmentsById(projectId, [segmentId])
  if (!segment) throw fail('not-found', { kind: 'segment' })
  return segment
}
