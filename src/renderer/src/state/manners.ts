// What a person sets for segments: shown at once, sent as one change, and what the studio says goes last.
import {
  mannerRanges,
  type RowTarget,
  type SegmentManner,
  type SegmentRow,
  type SomeManner,
  usualManner,
} from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import type { News } from './news.ts'
import { createStore, type Readable } from '../client/store.ts'

type Sent = {
  segmentId: string
  set: SomeManner
  /** The row as it was when the studio had answered: another one is newer. */
  answered: SegmentRow | null
}

export type Manners = Readable<Sent | null> & {
  /** All that counts for a row now, also what is still on its way. */
  of(row: SegmentRow): SegmentManner
  /**
   * One change of the document for all rows of the target, which the row of this id is one of. Answers with
   * how many they were; null: it was refused.
   */
  set(row: Pick<SegmentRow, 'id'>, target: RowTarget, set: SomeManner): Promise<number | null>
}

/** `rowNow`: a segment's row as the page knows it; null where it is not here. */
export function createManners(
  connection: Connection,
  news: News,
  projectId: string,
  rowNow: (segmentId: string) => SegmentRow | null,
): Manners {
  const sent = createStore<Sent | null>(null)
  let flying = 0
  const counts = (row: SegmentRow): SomeManner => {
    const now = sent.get()
    if (now?.segmentId !== row.id) return {}
    return flying > 0 || now.answered === row ? now.set : {}
  }
  return {
    get: sent.get,
    subscribe: sent.subscribe,
    of: (row) => Object.assign({ ...usualManner }, row.manner, counts(row)),
    async set({ id: segmentId }, target, set) {
      const row = rowNow(segmentId)
      sent.set({ segmentId, set: { ...(row && counts(row)), ...set }, answered: null })
      flying += 1
      const done = news.settle(await connection.call('segment.set', { projectId, target, set }))
      flying -= 1
      if (done === null) sent.set(null)
      else if (flying === 0)
        sent.update((now) => now && { ...now, answered: rowNow(now.segmentId) })
      return done && done.count
    },
  }
}

const steps = { gainDb: 0.5, pauseMs: 250 } as const

/** A value so many steps on, within its range and on a whole step. */
export function steppedManner(what: keyof typeof steps, value: number, by: number): number {
  const step = steps[what]
  const { min, max } = mannerRanges[what]
  return Math.min(max, Math.max(min, (Math.round(value / step) + by) * step))
}
