// Items as they come, chapter by chapter, → full batches, without ever holding more than a few.
import type { PlacedItem } from './placed-item.ts'
import { batchesOf, type BatchLimits } from '../../script/batches.ts'

/** Of the passages in one call: small models have small windows. */
export const batchTokens = 3000

/** Calls gathered before they are parted, so that scenes find their place in them. */
const gathered = 4

/** Equal keys come once. */
export async function* waitingBatches(
  chapters: AsyncIterable<readonly PlacedItem[]>,
  limits: BatchLimits,
): AsyncGenerator<PlacedItem[]> {
  let pending: PlacedItem[] = []
  const seen = new Set<string>()
  const parted = () => {
    const byItem = new Map(pending.map((placed) => [placed.item, placed]))
    const parts = batchesOf([...byItem.keys()], limits)
    return parts.map((items) => items.flatMap((item) => byItem.get(item) ?? []))
  }
  for await (const items of chapters) {
    for (const placed of items) {
      if (seen.has(placed.key)) continue
      seen.add(placed.key)
      pending.push(placed)
    }
    while (pending.length >= limits.items * gathered) {
      const batches = parted()
      // The last one may still grow.
      pending = batches.pop() ?? []
      yield* batches
    }
  }
  yield* parted()
}
