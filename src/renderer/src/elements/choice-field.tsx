// One of a few, from a list.
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'

export function ChoiceField<T extends string>({
  value,
  onChange,
  choices,
  ...field
}: FieldProps & {
  value: T
  onChange: (value: T) => void
  choices: readonly { value: T; label: string }[]
}) {
  return (
    <Field {...field}>
      {(names) => (
        <select
          {...names}
          className={styles['input']}
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.currentTarget.value)
            if (chosen !== undefined) onChange(chosen.value)
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
