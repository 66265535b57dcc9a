// A part of a book's sound that may be left out, with its values while it is not.
import { type ReactNode, useId } from 'react'
import { Toggle } from '../elements/toggle.tsx'
import styles from './sound-panel.module.css'

export function SoundSwitch(props: {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <>
      <div className={styles['switch']}>
        <span className={styles['name']} id={id}>
          {props.label}
        </span>
        <Toggle aria-labelledby={id} checked={props.checked} onChange={props.onChange} />
      </div>
      {props.checked ? props.children : null}
    </>
  )
}
