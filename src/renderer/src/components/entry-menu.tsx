// What can be done with an entry of a dictionary.
import { Menu } from '@base-ui/react/menu'
import { ArrowRightLeft, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { DictionaryEntry } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import menu from '../elements/menu.module.css'
import type { DictionaryPlace } from '../state/entry-draft.ts'
import { words } from '../words.ts'

export type EntryDeeds = {
  place: DictionaryPlace
  onEdit: (entry: DictionaryEntry) => void
  onMove: (entry: DictionaryEntry) => void
  onRemove: (entry: DictionaryEntry) => void
}

export function EntryMenu(props: EntryDeeds & { entry: DictionaryEntry }) {
  const { entry, place } = props
  const { word } = entry
  /** Done when the menu is gone: it gives the focus back to a row that is about to go. */
  const [leaving, setLeaving] = useState<'onMove' | 'onRemove' | null>(null)
  const item = (label: string, icon: ReactNode, act: () => void) => (
    <Menu.Item className={menu['item']} onClick={act}>
      <span className={menu['mark']}>{icon}</span>
      {label}
    </Menu.Item>
  )
  return (
    <Menu.Root
      onOpenChangeComplete={(open) => {
        if (open || leaving === null) return
        setLeaving(null)
        props[leaving](entry)
      }}
    >
      <Menu.Trigger
        render={
          <IconButton
            plain
            size="small"
            label={words.dictionary.actions(word)}
            icon={<Ellipsis />}
          />
        }
      />
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end">
          <Menu.Popup className={menu['popup']}>
            {item(words.dictionary.editItem, <Pencil aria-hidden />, () => props.onEdit(entry))}
            {item(
              place === 'book' ? words.dictionary.toEverywhereItem : words.dictionary.toBookItem,
              <ArrowRightLeft aria-hidden />,
              () => setLeaving('onMove'),
            )}
            <Menu.Separator className={menu['line']} />
            {item(words.dictionary.removeItem, <Trash2 aria-hidden />, () =>
              setLeaving('onRemove'),
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
