// What can be done with an entry of a dictionary.
import { ArrowRightLeft, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import type { DictionaryEntry } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { DropMenu, MenuItem, MenuLine, useWhenGone } from '../elements/menu.tsx'
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
  const { toEverywhereItem, toBookItem } = words.dictionary
  const { whenGone, onGone } = useWhenGone()
  const name = words.dictionary.actions(entry.word)
  return (
    <DropMenu
      trigger={<IconButton plain size="small" label={name} icon={<Ellipsis />} />}
      onGone={onGone}
    >
      <MenuItem icon={<Pencil aria-hidden />} onClick={() => props.onEdit(entry)}>
        {words.dictionary.editItem}
      </MenuItem>
      <MenuItem icon={<ArrowRightLeft aria-hidden />} onClick={whenGone(() => props.onMove(entry))}>
        {place === 'book' ? toEverywhereItem : toBookItem}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Trash2 aria-hidden />} onClick={whenGone(() => props.onRemove(entry))}>
        {words.dictionary.removeItem}
      </MenuItem>
    </DropMenu>
  )
}
