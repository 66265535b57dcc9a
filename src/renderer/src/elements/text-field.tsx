// A line to write in.
import type { Ref } from 'react'
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'

export function TextField({
  value,
  onChange,
  type = 'text',
  options,
  placeholder,
  inputMode,
  ref,
  ...field
}: FieldProps & {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password'
  /** Offered while writing. */
  options?: readonly string[]
  /** What it could be, while nothing is written. */
  placeholder?: string
  inputMode?: 'decimal' | 'numeric'
  ref?: Ref<HTMLInputElement>
}) {
  const isOffering = (options ?? []).length > 0
  return (
    <Field {...field}>
      {(names) => (
        <>
          <input
            {...names}
            ref={ref}
            className={styles['input']}
            dir="auto"
            type={type}
            placeholder={placeholder}
            inputMode={inputMode}
            value={value}
            list={isOffering ? `${names.id}-list` : undefined}
            autoComplete={type === 'password' ? 'new-password' : 'off'}
            spellCheck={false}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          {isOffering ? (
            <datalist id={`${names.id}-list`}>
              {options?.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </datalist>
          ) : null}
        </>
      )}
    </Field>
  )
}
