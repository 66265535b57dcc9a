// A book's rows from its store: page by page, and one by its id.
import { fail } from '../base/failure-error.ts'
import type { ProjectStore, StoredSegment } from '../ports/projects.ts'

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
