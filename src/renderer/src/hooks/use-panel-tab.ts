// Which side panel of the open book is shown: the one that was open when the book was left.
import { useCallback } from 'react'
import type { PanelTab } from '../components/side-panel.tsx'
import { useBook } from './use-book.ts'
import { useStore } from './use-store.ts'

/** All of them: what was kept may be of another version. */
const tabs = {
  details: true,
  voice: true,
  sound: true,
  music: true,
} as const satisfies Record<PanelTab, true>

const isTab = (name: string): name is PanelTab => Object.hasOwn(tabs, name)

export function usePanelTab(): [PanelTab, (tab: PanelTab) => void] {
  const { panel } = useBook().place
  const name = useStore(panel)
  const show = useCallback((tab: PanelTab) => panel.set(tab), [panel])
  return [isTab(name) ? name : 'details', show]
}
