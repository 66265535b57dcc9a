// A value of a book's sound: a number with its unit, taken when the person has finished writing.
import { useState } from 'react'
import { words } from '../words.ts'
import styles from './sound-panel.module.css'

export type SoundNumberProps = {
  label: string
  value: number
  unit: keyof typeof words.sound.units
  range: { min: number; max: number }
  /** Of the arrow keys. */
  step: number
  onChange: (value: number) => void
}

/** What is written out of range becomes the nearest value in it; what is no number is forgotten. */
export function SoundNumber({ label, value, unit, range, step, onChange }: SoundNumberProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const take = (number: number) => {
    setDraft(null)
    const hundredths = Math.round(number * 100) / 100
    const taken = Math.min(range.max, Math.max(range.min, hundredths))
    if (!Number.isNaN(taken) && taken !== value) onChange(taken)
  }
  const written = () => Number((draft ?? '').trim().replace(',', '.').replace('−', '-') || NaN)
  const moved = (steps: number) => take((draft === null ? value : written()) + steps * step)
  return (
    <label className={styles['number']}>
      <span className={styles['name']}>{label}</span>
      <input
        className={styles['input']}
        inputMode="decimal"
        value={draft ?? String(value)}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => (draft === null ? undefined : take(written()))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && draft !== null) take(written())
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          moved(event.key === 'ArrowUp' ? 1 : -1)
        }}
      />
      <span className={styles['unit']}>{words.sound.units[unit]}</span>
    </label>
  )
}
