// Chooses the segment that a free lane speaks, and reads the book a page at a time to know what is left.
import type { PendingWindow } from './pending-window.ts'
import type { Resolved } from '../takes/resolver.ts'
import type { SpeechProgress } from './speech-progress.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Rows read ahead at a time. */
const pageSize = 200

export type RowWish = {
  projectId: string
  /** Also what is spoken already is wanted. */
  renew: boolean
  window: PendingWindow<Resolved>
  progress: Pick<SpeechProgress, 'found'>
  /** Fewer rows wait now. */
  tellQueued: () => void
  /** Resolves when a lane is free; answers whether anything can be spoken then. */
  whenFree: () => Promise<boolean>
}

/**
 * Waits for a lane, then chooses: so whoever jumps or scrolls is obeyed at the very next lane. Null where
 * nothing is left, or `whenFree` says that nothing can be spoken.
 */
export async function nextRow(
  { attentions, meter, resolver }: Pick<StudioParts, 'attentions' | 'meter' | 'resolver'>,
  { projectId, renew, window, progress, tellQueued, whenFree }: RowWish,
): Promise<Resolved | null> {
  if (window.loaded + window.unread > 0 && !(await whenFree())) return null
  for (;;) {
    const attention = attentions.of(projectId)
    const page = window.nextPage(attention, pageSize)
    if (!page) {
      const row = window.take(attention)
      tellQueued()
      return row
    }
    const { from, to } = page
    const rows = await resolver.settle(projectId, { from, count: to - from })
    const isPending = (row: Resolved) => row.state !== 'skipped' && (renew || row.state !== 'ready')
    progress.found(rows.filter((row) => !isPending(row)))
    const before = rows.filter(({ segment, wantedTakeId }) => segment.takeId === wantedTakeId)
    const there = before.filter(({ take }) => take).length
    meter.lookedFor({ there, gone: before.length - there })
    window.fill(
      rows.filter(isPending).map((row) => ({ position: row.segment.position, item: row })),
    )
  }
}
