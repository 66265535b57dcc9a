// What is being asked just now, by whomever: equal work is done once.
import type { PlacedItem } from './placed-item.ts'

export type InFlight = {
  /**
   * Takes those that nobody is asking about, and has them asked; `release` ends that. The others are left to
   * whoever asks about them. Resolves with those, when that has come to its end, however it did.
   */
  whenMine(
    items: readonly PlacedItem[],
    model: string,
    ask: (mine: PlacedItem[], release: () => void) => Promise<void>,
  ): Promise<PlacedItem[]>
}

export function createInFlight(): InFlight {
  const asking = new Map<string, Promise<void>>()
  return {
    async whenMine(items, model, ask) {
      const name = ({ key }: PlacedItem) => `${key} ${model}`
      const mine = items.filter((placed) => !asking.has(name(placed)))
      const others = items.filter((placed) => asking.has(name(placed)))
      const ends = others.flatMap((placed) => asking.get(name(placed)) ?? [])
      if (mine.length > 0) {
        const { promise, resolve } = Promise.withResolvers<void>()
        for (const placed of mine) asking.set(name(placed), promise)
        const release = () => {
          for (const placed of mine) asking.delete(name(placed))
          resolve()
        }
        try {
          await ask(mine, release)
        } catch (error) {
          // It was never begun: nobody else would end it.
          release()
          throw error
        }
      }
      await Promise.all(ends)
      return others
    },
  }
}
