// Sound for whoever listens to a segment now, beside whatever job is running.
import type { Project } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import { createFallbackVoice } from './fallback-voice.ts'
import type { StudioParts } from '../studio-parts.ts'
import { takeOrder } from '../takes/take-order.ts'

/**
 * Speaks the segment before all others, unless there is sound already; `isRenewed`: of an earlier text or voice does not
 * do. Fails as its voice does.
 */
export async function ensureSound(
  parts: StudioParts,
  project: Project,
  segmentId: string,
  { isRenewed = false } = {},
): Promise<void> {
  const { context, resolver, voices, maker } = parts
  const { id: projectId } = project
  const { signal } = context.scope
  const [row] = await resolver.settle(projectId, { ids: [segmentId] })
  const isWanted = row?.state === 'waiting' || (isRenewed && row?.state === 'stale')
  if (!row || !isWanted) return
  const order = await takeOrder(voices, project, row, 1)
  const { kept } = maker.make({ ...order, urgent: true }, signal)
  try {
    await kept
  } catch (error) {
    const wish = { project, renew: false, urgent: true, signal }
    const fallback = createFallbackVoice(parts, wish)
    if (!(await fallback.speakInstead(row, failureOf(error)))) throw error
  }
  await resolver.settle(projectId, { ids: [segmentId] })
  parts.activity.set(projectId, segmentId, null)
  await parts.changes.summarise(projectId)
}
