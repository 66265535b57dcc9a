// What can be done with a character.
import { Menu } from '@base-ui/react/menu'
import { BookUser, Ellipsis, ListFilter, Trash2, UserCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Character } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import menu from '../elements/menu.module.css'
import type { CastDeeds } from '../hooks/use-cast-deeds.ts'
import { words } from '../words.ts'

export function CastMenu(props: { character: Character; deeds: CastDeeds; onRemove: () => void }) {
  const { character, deeds, onRemove } = props
  /** Done when the menu is gone: it gives the focus back to a row that is about to go. */
  const [isLeaving, setLeaving] = useState(false)
  const item = (label: string, icon: ReactNode, act: () => void) => (
    <Menu.Item className={menu['item']} onClick={act}>
      <span className={menu['mark']}>{icon}</span>
      {label}
    </Menu.Item>
  )
  return (
    <Menu.Root
      onOpenChangeComplete={(open) => {
        if (open || !isLeaving) return
        setLeaving(false)
        onRemove()
      }}
    >
      <Menu.Trigger
        render={
          <IconButton
            plain
            size="small"
            label={words.cast.actions(character.name)}
            icon={<Ellipsis />}
          />
        }
      />
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end">
          <Menu.Popup className={menu['popup']}>
            {item(words.cast.showLines, <ListFilter aria-hidden />, () =>
              deeds.showLines(character.id),
            )}
            {item(
              words.cast.giveSegment,
              <UserCheck aria-hidden />,
              () => void deeds.give(character.id),
            )}
            {item(
              words.cast.giveChapter,
              <BookUser aria-hidden />,
              () => void deeds.giveChapter(character),
            )}
            <Menu.Separator className={menu['line']} />
            {item(words.cast.remove, <Trash2 aria-hidden />, () => {
              setLeaving(true)
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
