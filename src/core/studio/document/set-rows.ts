// Values that a person sets for rows, as a change of the document: a lock keeps what is heard when it is set.
import type { OneChange, Project, ProjectChange, SomeManner } from '../../../contract/index.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import type { StudioParts } from '../studio-parts.ts'

/** So many rows are looked up at a time. */
const pageSize = 500

/** A row of which nothing is heard has nothing to be locked, and stays open. */
export async function setRows(
  { resolver }: Pick<StudioParts, 'resolver'>,
  project: Project,
  rows: readonly StoredSegment[],
  set: SomeManner,
): Promise<ProjectChange> {
  const setting = (all: readonly { segmentId: string; set: SomeManner }[]): OneChange => ({
    ...{ kind: 'segments-set', rows: [...all] },
  })
  if (!set.isLocked) return setting(rows.map(({ id }) => ({ segmentId: id, set })))
  const { isLocked: _, ...others } = set
  const pins: { segmentId: string; takeId: string }[] = []
  const sets: { segmentId: string; set: SomeManner }[] = []
  for (let at = 0; at < rows.length; at += pageSize)
    for (const row of await resolver.resolve(project, rows.slice(at, at + pageSize))) {
      const segmentId = row.segment.id
      const takeId = (row.take ?? row.stale)?.id
      if (takeId !== undefined) pins.push({ segmentId, takeId })
      if (takeId !== undefined || Object.keys(others).length > 0)
        sets.push({ segmentId, set: takeId === undefined ? others : set })
    }
  if (pins.length === 0) return setting(sets)
  return { kind: 'several', changes: [{ kind: 'takes-pinned', takes: pins }, setting(sets)] }
}
