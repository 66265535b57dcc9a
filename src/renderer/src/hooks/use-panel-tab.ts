// Which side panel of the open book is shown: the one that was open when the book was left.
import { useCallback } from 'react'
import { panelTabs, type PanelTab } from '../state/panel-tab.ts'
import { useBook } from './use-book.ts'
import { useStore } from './use-store.ts'

export function usePanelTab(): [PanelTab, (tab: PanelTab) => void] {
  const { panel } = useBook().place
  const name = useStore(panel)
  const show = useCallback((tab: PanelTab) => panel.set(tab), [panel])
  // What was kept may be of another version.
  return [panelTabs.find((tab) => tab === name) ?? 'details', show]
}
