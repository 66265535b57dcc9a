// The control of a setting, by its unit: a switch, a choice of words, or a number.
import { useState } from 'react'
import type { SettingRow } from '../../../contract/setting-row.ts'
import { Toggle } from '../elements/toggle.tsx'
import { type ShownUnit, toShown } from '../state/settings.ts'
import { words } from '../words.ts'
import styles from './setting-input.module.css'

export type SettingInputProps = {
  row: SettingRow
  value: number | boolean | string
  unit: ShownUnit
  disabled: boolean
  name: string
  describedBy: string
  onChange: (value: boolean | string) => void
  /** A number as it was written, when the person has finished writing. */
  onWrite: (written: string) => void
}

export function SettingInput(props: SettingInputProps) {
  const { row, value, disabled } = props
  const names = { 'aria-label': props.name, 'aria-describedby': props.describedBy }
  if (row.unit === 'switch')
    return (
      <Toggle {...names} checked={value === true} disabled={disabled} onChange={props.onChange} />
    )
  if (row.unit === 'word')
    return (
      <select
        {...names}
        className={styles['select']}
        value={String(value)}
        disabled={disabled}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {(row.range !== null && 'words' in row.range ? row.range.words : []).map((word) => (
          <option key={word} value={word}>
            {words.settings.choices[row.name]?.[word] ?? word}
          </option>
        ))}
      </select>
    )
  return <NumberInput {...props} names={names} />
}

/** What is being written is the page's own until it is finished; then the setting's value is shown. */
function NumberInput(props: SettingInputProps & { names: object }) {
  const [draft, setDraft] = useState<string | null>(null)
  const finish = () => {
    if (draft !== null) props.onWrite(draft)
    setDraft(null)
  }
  return (
    <span className={styles['number']}>
      <input
        {...props.names}
        className={styles['input']}
        inputMode="decimal"
        value={draft ?? String(toShown(Number(props.value), props.unit))}
        disabled={props.disabled}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => (event.key === 'Enter' ? finish() : undefined)}
      />
      <span className={styles['unit']}>
        {words.settings.counted[props.row.name] ?? words.settings.units[props.unit]}
      </span>
    </span>
  )
}
