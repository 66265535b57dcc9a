// Where a person was in each book: beside its document, so that no edit and no undo moves it.
import { KeptPlace } from '../../../contract/index.ts'
import { rowCount } from './project-rows.ts'
import { recallAs } from '../recall-as.ts'
import type { StudioContext } from '../studio-context.ts'

type Memory = Pick<StudioContext, 'projects'>

const factOf = (projectId: string): string => `place/${projectId}`

/** Where its row is now; the nearest one where it is gone. Null where nothing is known. */
export async function readPlace(
  { projects }: Memory,
  projectId: string,
): Promise<KeptPlace | null> {
  const place = await recallAs(projects, factOf(projectId), KeptPlace)
  if (!place) return null
  const [row] = await projects.segmentsById(projectId, [place.segmentId])
  if (row) return { ...place, position: row.position }
  const end = rowCount((await projects.read(projectId)).chapters)
  const position = Math.max(0, Math.min(place.position, end - 1))
  const [nearest] = await projects.segments(projectId, position, 1)
  return nearest ? { ...place, position, segmentId: nearest.id } : null
}

export const keepPlace = (
  { projects }: Memory,
  projectId: string,
  place: KeptPlace,
): Promise<void> => projects.remember(factOf(projectId), JSON.stringify(place))

/** With its book. */
export const forgetPlace = ({ projects }: Memory, projectId: string): Promise<void> =>
  projects.forget(factOf(projectId))
