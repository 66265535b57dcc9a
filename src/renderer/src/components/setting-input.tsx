// The control of a setting, by its unit: a switch, a choice of words, or a number.
import { Switch } from '@base-ui/react/switch'
import type { SettingRow } from '../../../contract/settings.ts'
import { type ShownUnit, toShown } from '../state/settings.ts'
import { words } from '../words.ts'
import styles from './setting-input.module.css'

export function SettingInput(props: {
  row: SettingRow
  value: number | boolean | string
  unit: ShownUnit
  disabled: boolean
  labelledBy: string
  describedBy: string
  onChange: (value: boolean | string) => void
  /** A number as it was written, when the person has finished writing. */
  onWrite: (written: string) => void
}) {
  const { row, value, disabled } = props
  const names = { 'aria-labelledby': props.labelledBy, 'aria-describedby': props.describedBy }
  if (row.unit === 'switch')
    return (
      <Switch.Root
        {...names}
        className={styles['switch']}
        checked={value === true}
        disabled={disabled}
        onCheckedChange={props.onChange}
      >
        <Switch.Thumb className={styles['thumb']} />
      </Switch.Root>
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
          <option key={word}>{word}</option>
        ))}
      </select>
    )
  return (
    <span className={styles['number']}>
      <input
        {...names}
        className={styles['input']}
        inputMode="decimal"
        defaultValue={String(toShown(Number(value), props.unit))}
        disabled={disabled}
        onBlur={(event) => props.onWrite(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onWrite(event.currentTarget.value)
        }}
      />
      <span className={styles['unit']}>{words.settings.units[props.unit]}</span>
    </span>
  )
}
