// Several lines to write in.
import type { Ref } from 'react'
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'

export function LinesField({
  value,
  onChange,
  rows = 2,
  ref,
  ...field
}: FieldProps & {
  value: string
  onChange: (value: string) => void
  rows?: number
  ref?: Ref<HTMLTextAreaElement>
}) {
  return (
    <Field {...field}>
      {(names) => (
        <textarea
          {...names}
          ref={ref}
          className={styles['lines']}
          dir="auto"
          rows={rows}
          value={value}
          spellCheck={false}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
