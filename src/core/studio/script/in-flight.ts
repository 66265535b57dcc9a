// What is being asked just now, by whomever: equal work is done once.
import { untilAborted } from '../../base/until-aborted.ts'
import type { PlacedItem } from './placed-item.ts'

export type InFlight = {
  /**
   * Asks about those that nobody is asking about. The others are left to whoever does: resolves with them when
   * that has come to its end, however it did. Rejects when aborted, and as `ask` does.
   */
  share(
    items: readonly PlacedItem[],
    model: string,
    signal: AbortSignal,
    ask: (mine: PlacedItem[]) => Promise<void>,
  ): Promise<PlacedItem[]>
}

/** Only what is at a server is in flight: what waits for a person or a budget keeps nobody waiting. */
export function createInFlight(): InFlight {
  const asking = new Map<string, Promise<void>>()
  return {
    async share(items, model, signal, ask) {
      const name = ({ key }: PlacedItem) => `${key} ${model}`
      const mine = items.filter((placed) => !asking.has(name(placed)))
      const others = items.filter((placed) => asking.has(name(placed)))
      const ends = others.flatMap((placed) => asking.get(name(placed)) ?? [])
      if (mine.length > 0) {
        const { promise, resolve } = Promise.withResolvers<void>()
        for (const placed of mine) asking.set(name(placed), promise)
        try {
          await ask(mine)
        } finally {
          for (const placed of mine) asking.delete(name(placed))
          resolve()
        }
      }
      await untilAborted(Promise.all(ends), signal)
      return others
    },
  }
}
