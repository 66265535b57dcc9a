// Deeds chosen outside of the page, by the system's menu: done at once, or as soon as somebody offers them.
import { after } from '../client/after.ts'
import type { DeedId } from './deed-table.ts'
import type { Deeds } from './deeds.ts'

/**
 * What the menu shows is a little older than the page: whoever offers a deed may just be drawn anew. A press
 * waits as long as what comes then still looks like its doing; what would come later is a surprise.
 */
const patienceMs = 2000

export type ChosenDeeds = {
  choose(deed: DeedId): void
  /** What still waits is left. */
  dispose(): void
}

/** `findLate`: what may still be done when a press had to wait, for by then a dialog may be open. */
export function createChosenDeeds(
  deeds: Deeds,
  findLate: (deed: DeedId) => (() => void) | null,
): ChosenDeeds {
  let leave: (() => void) | null = null
  const waitFor = (deed: DeedId) => {
    const stopHearing = deeds.subscribe(() => {
      const run = findLate(deed)
      if (run === null) return
      leave?.()
      run()
    })
    const stopTimer = after(patienceMs, () => leave?.())
    leave = () => {
      leave = null
      stopHearing()
      stopTimer()
    }
  }
  return {
    choose(deed) {
      // The newest press is the one that is meant.
      leave?.()
      const run = deeds.find(deed)
      if (run === null) waitFor(deed)
      else run()
    },
    dispose: () => leave?.(),
  }
}
