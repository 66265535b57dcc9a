// Lets a character be heard in its voice, with one of its own lines: a take of the book, spoken where it is not there.
import { fail } from '../../base/failure-error.ts'
import { rowsAt } from '../document/project-rows.ts'
import { ensureSound } from '../narration/ensure-sound.ts'
import type { StudioParts } from '../studio-parts.ts'
import { hearTake } from '../takes/hear-take.ts'
import { sampleLine } from './sample-line.ts'

/** So many of its lines are looked at. */
const mostRead = 100

/**
 * `speaker` null: the narrator. A line that is ready goes first, for it costs nothing. Fails with `not-found` where it
 * has no line, and as its voice does.
 */
export async function hearCharacter(parts: StudioParts, projectId: string, speaker: string | null) {
  const { context, resolver } = parts
  const { projects } = context
  const project = await projects.read(projectId)
  const ready = await projects.find(projectId, { speaker, state: 'ready' })
  const { positions } =
    ready.positions.length > 0 ? ready : await projects.find(projectId, { speaker })
  const line = sampleLine(await rowsAt(projects, projectId, positions.slice(0, mostRead)))
  if (!line) throw fail('not-found', { kind: 'segment' })
  await ensureSound(parts, project, line.id, { isRenewed: true })
  const [row] = await resolver.settle(projectId, { ids: [line.id] })
  if (!row?.take) throw fail('not-found', { kind: 'segment' })
  return { ...(await hearTake(parts, project, row.segment, row.take)), text: line.text.trim() }
}
