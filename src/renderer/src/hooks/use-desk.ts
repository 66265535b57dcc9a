// What is open at the side of the studio: its tab, the entry being written, the question being asked.
import { useMemo, useState } from 'react'
import type { EntryDraft } from '../state/entry-draft.ts'
import type { PanelTab } from '../state/panel-tab.ts'
import { usePanelTab } from './use-panel-tab.ts'

/** `alike`: to whom everything like the chosen segment goes; `find`: who speaks in the book. */
export type DeskDialog = 'alike' | 'find'

export type Desk = {
  tab: PanelTab
  show(tab: PanelTab): void
  /** The entry of the dictionary that is being written. */
  draft: EntryDraft | null
  /** Shows it to be written; null: what was written is forgotten. */
  write(draft: EntryDraft | null): void
  dialog: DeskDialog | null
  ask(dialog: DeskDialog | null): void
}

export function useDesk(): Desk {
  const [tab, show] = usePanelTab()
  const [draft, setDraft] = useState<EntryDraft | null>(null)
  const [dialog, ask] = useState<DeskDialog | null>(null)
  return useMemo(() => {
    const write = (next: EntryDraft | null) => {
      setDraft(next)
      if (next !== null) show('dictionary')
    }
    return { tab, show, draft, write, dialog, ask }
  }, [tab, show, draft, dialog])
}
