// A switch with its name and what it does, in a line.
import { useId } from 'react'
import styles from './switch-row.module.css'
import { Toggle } from './toggle.tsx'

export function SwitchRow(props: {
  label: string
  text: string
  checked: boolean
  onChange: (checked: boolean) => void
  /** Its text is a warning while it is on. */
  warns?: boolean
}) {
  const { label, text, checked, onChange, warns = false } = props
  const id = useId()
  return (
    <div className={styles['switch']} data-warns={(warns && checked) || undefined}>
      <div>
        <strong id={id}>{label}</strong>
        <p id={`${id}-text`}>{text}</p>
      </div>
      <Toggle
        aria-labelledby={id}
        aria-describedby={`${id}-text`}
        checked={checked}
        onChange={onChange}
      />
    </div>
  )
}
