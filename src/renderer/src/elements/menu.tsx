// Menus: what opens one, its items, and choices of which one holds.
import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { type ReactElement, type ReactNode, useRef } from 'react'
import styles from './menu.module.css'

type Placing = Pick<Menu.Positioner.Props, 'align' | 'side' | 'sideOffset' | 'anchor'>

/** Below what opens it, at its end, unless it is placed otherwise. */
export const MenuPopup = (
  props: Placing & { className?: string | undefined; children: ReactNode },
) => {
  const { className, children, ...placing } = props
  const own = className === undefined ? '' : ` ${className}`
  return (
    <Menu.Portal>
      <Menu.Positioner sideOffset={6} align="end" {...placing}>
        <Menu.Popup className={`${styles['popup']}${own}`}>{children}</Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  )
}

export function DropMenu(
  props: Placing & {
    /** A button. */
    trigger: ReactElement
    className?: string | undefined
    /** It is closed and has given the focus back. */
    onGone?: () => void
    children: ReactNode
  },
) {
  const { trigger, onGone, ...popup } = props
  return (
    <Menu.Root onOpenChangeComplete={(open) => (open ? undefined : onGone?.())}>
      <Menu.Trigger render={trigger} />
      <MenuPopup {...popup} />
    </Menu.Root>
  )
}

export const MenuItem = (props: {
  icon?: ReactNode
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}) => (
  <Menu.Item className={styles['item']} disabled={props.disabled} onClick={props.onClick}>
    {props.icon === undefined ? null : <span className={styles['mark']}>{props.icon}</span>}
    {props.children}
  </Menu.Item>
)

export const MenuLine = () => <Menu.Separator className={styles['line']} />

/** One of them holds: it is marked by a tick, or each has a mark of its own. */
export const MenuChoices = <T extends string | number>(props: {
  value: T
  choices: readonly { value: T; label: string; mark?: ReactNode }[]
  onChange: (value: T) => void
}) => (
  <Menu.RadioGroup value={props.value} onValueChange={props.onChange}>
    {props.choices.map(({ value, label, mark }) => (
      <Menu.RadioItem key={value} value={value} className={styles['item']} closeOnClick>
        {mark ?? (
          <span className={styles['mark']}>
            <Menu.RadioItemIndicator>
              <Check />
            </Menu.RadioItemIndicator>
          </span>
        )}
        {label}
      </Menu.RadioItem>
    ))}
  </Menu.RadioGroup>
)

/** For what takes away the row that a menu gives the focus back to: done when the menu is gone. */
export function useWhenGone() {
  const waiting = useRef<(() => void) | null>(null)
  return {
    whenGone: (act: () => void) => () => {
      waiting.current = act
    },
    onGone: () => {
      const act = waiting.current
      waiting.current = null
      act?.()
    },
  }
}
