// A place to write what is looked for; Escape empties it, the arrow down leads to what was found.
import { Search } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import styles from './search-field.module.css'

export function SearchField({
  inputRef,
  ...props
}: {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
  /** By the arrow down. */
  onDown?: () => void
  inputRef?: Ref<HTMLInputElement>
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && props.value !== '') {
      event.preventDefault()
      props.onChange('')
    }
    if (event.key === 'ArrowDown' && props.onDown !== undefined) {
      event.preventDefault()
      props.onDown()
    }
  }
  return (
    <label className={styles['search']}>
      <Search aria-hidden />
      <input
        ref={inputRef}
        type="search"
        value={props.value}
        aria-label={props.label}
        placeholder={props.hint}
        spellCheck={false}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}
