// A place to search in: tells what is written when the writing pauses, and is emptied by Escape.
import { Search } from 'lucide-react'
import { type Ref, useEffect, useState } from 'react'
import { after } from '../client/after.ts'
import styles from './search-field.module.css'

/** Shorter than anyone waits for, longer than between two keys. */
const pauseMs = 150

export function SearchField({
  inputRef,
  ...props
}: {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
  /** By the arrow down: to what was found. */
  onDown?: () => void
  inputRef?: Ref<HTMLInputElement>
}) {
  const { value, onChange } = props
  const [written, setWritten] = useState(value)
  // Emptied from elsewhere.
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setWritten(value)
  }
  useEffect(() => {
    if (written === value) return
    return after(pauseMs, () => onChange(written))
  }, [written, value, onChange])
  return (
    <label className={styles['search']}>
      <Search aria-hidden />
      <input
        ref={inputRef}
        type="search"
        value={written}
        aria-label={props.label}
        placeholder={props.hint}
        spellCheck={false}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onChange(written)
          if (event.key !== 'ArrowDown' || props.onDown === undefined) return
          event.preventDefault()
          props.onDown()
        }}
      />
    </label>
  )
}
