// Buttons: with words, with an icon, or an icon alone that carries a name and shows it.
import { Tooltip } from '@base-ui/react/tooltip'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './button.module.css'

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  look?: 'primary' | 'outline' | 'quiet' | 'danger'
  size?: 'small' | 'medium' | 'large'
  icon?: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function Button({
  look = 'outline',
  size = 'medium',
  icon,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${styles['button']} ${styles[look]} ${styles[size]}`}
    >
      {icon}
      {children}
    </button>
  )
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon'> & {
  /** What it does; its accessible name, and shown when pointed at. */
  label: string
  /** A key that does the same, shown beside the label. */
  hint?: string
  icon: ReactNode
  /** Without the shown label, where there are very many. */
  plain?: boolean
}

export function IconButton(props: IconButtonProps) {
  const { label, hint, icon, look = 'quiet', size = 'medium', plain, ...rest } = props
  const className = `${styles['button']} ${styles['icon']} ${styles[look]} ${styles[size]}`
  const button = (
    <button type="button" aria-label={label} {...rest} className={className}>
      {icon}
    </button>
  )
  if (plain === true) return button
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={button} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6}>
          <Tooltip.Popup className={styles['tip']}>
            {label}
            {hint === undefined ? null : <kbd className={styles['key']}>{hint}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
