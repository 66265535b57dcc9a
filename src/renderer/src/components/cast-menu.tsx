// What can be done with a character.
import { BookUser, Ellipsis, Eraser, ListFilter, Trash2, UserCheck } from 'lucide-react'
import type { Character } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { DropMenu, MenuItem, MenuLine, useWhenGone } from '../elements/menu.tsx'
import type { CastDeeds } from '../hooks/use-cast-deeds.ts'
import { words } from '../words.ts'

export function CastMenu(props: { character: Character; deeds: CastDeeds; onRemove: () => void }) {
  const { character, deeds, onRemove } = props
  const { id, name } = character
  const { description, ...undescribed } = character
  const { whenGone, onGone } = useWhenGone()
  return (
    <DropMenu
      trigger={
        <IconButton plain size="small" label={words.cast.actions(name)} icon={<Ellipsis />} />
      }
      onGone={onGone}
    >
      <MenuItem icon={<ListFilter aria-hidden />} onClick={() => deeds.showLines(id)}>
        {words.cast.showLines}
      </MenuItem>
      <MenuItem icon={<UserCheck aria-hidden />} onClick={() => void deeds.give(id)}>
        {words.cast.giveSegment}
      </MenuItem>
      <MenuItem icon={<BookUser aria-hidden />} onClick={() => void deeds.giveChapter(character)}>
        {words.cast.giveChapter}
      </MenuItem>
      {description === undefined ? null : (
        <MenuItem icon={<Eraser aria-hidden />} onClick={() => void deeds.change(undescribed)}>
          {words.people.forget}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={<Trash2 aria-hidden />} onClick={whenGone(onRemove)}>
        {words.cast.remove}
      </MenuItem>
    </DropMenu>
  )
}
