// What the studio offers to keys and palette of takes, of what is spoken and how it is heard.
import type { PanelTab } from '../components/side-panel.tsx'
import { useBook } from './use-book.ts'
import { useDeeds } from './use-deeds.ts'
import { useTakeDeeds } from './use-take-deeds.ts'

export function useTakeKeys(showTab: (tab: PanelTab) => void): void {
  const { opened, segments, selection } = useBook()
  const deeds = useTakeDeeds()
  const open = async (what: 'say' | 'speak-with') => {
    const row = await segments.load(selection.get().position)
    if (row === null || row.leftOut !== undefined) return
    showTab('details')
    opened.set({ what, segmentId: row.id })
  }
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
