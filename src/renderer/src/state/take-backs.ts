// Deeds of the library that can be taken back: by the button of their news, or the last one by a key.
import { words } from '../words.ts'
import type { News } from './news.ts'

export type TakeBacks = {
  /** Tells what was done, with a button that takes it back. */
  offer(sentence: string, takeBack: () => Promise<void>): void
  /** The last one that was not taken back; nothing where there is none. */
  last(): void
}

export function createTakeBacks(news: News): TakeBacks {
  let deeds: { takeBack: () => void }[] = []
  return {
    offer(sentence, takeBack) {
      const deed = {
        takeBack() {
          if (!deeds.includes(deed)) return
          deeds = deeds.filter((other) => other !== deed)
          close()
          void takeBack()
        },
      }
      const close = news.tell(sentence, { label: words.shelf.undo, act: deed.takeBack })
      deeds.push(deed)
    },
    last: () => deeds.at(-1)?.takeBack(),
  }
}
