// What the studio offers to keys and palette of takes, of what is spoken and how it is heard.
import { chosenDeeds } from '../state/deed-target.ts'
import type { PanelTab } from '../state/panel-tab.ts'
import { useBook } from './use-book.ts'
import { useDeeds } from './use-deeds.ts'
import { useFace } from './use-face.ts'
import { useTakeDeeds } from './use-take-deeds.ts'

export function useTakeKeys(showTab: (tab: PanelTab) => void): void {
  const book = useBook()
  const { withChosen } = chosenDeeds(book, useFace().news)
  const deeds = useTakeDeeds()
  const open = (what: 'say' | 'speak-with') =>
    withChosen(({ row }) => {
      if (row.leftOut !== undefined) return
      showTab('details')
      book.opened.set({ what, segmentId: row.id })
    })
  useDeeds({
    say: () => void open('say'),
    'speak-with': () => void open('speak-with'),
    'take-next': () => void deeds.step(1),
    'take-previous': () => void deeds.step(-1),
    'compare-takes': () => void deeds.compare(),
    lock: () => void deeds.toggleLock(),
    louder: () => void deeds.louder(1),
    softer: () => void deeds.louder(-1),
    'longer-pause': () => void deeds.longerPause(1),
    'shorter-pause': () => void deeds.longerPause(-1),
  })
}
