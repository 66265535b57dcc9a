// A labelled place to write, with a hint and what is wrong with it, both told to those who listen.
import { type ReactNode, type Ref, useId } from 'react'
import styles from './field.module.css'

export type FieldProps = {
  label: string
  hint?: ReactNode
  /** What to mend; marks the field as wrong. */
  problem?: string | undefined
  /** Said small beside the label. */
  note?: string
}

/** What a control needs so that label, hint and problem belong to it. */
export type FieldNames = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export function Field(props: FieldProps & { children: (names: FieldNames) => ReactNode }) {
  const id = useId()
  const hintId = `${id}-hint`
  const problemId = `${id}-problem`
  const described = [
    ...(props.problem === undefined ? [] : [problemId]),
    ...(props.hint === undefined ? [] : [hintId]),
  ].join(' ')
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {props.label}
        {props.note === undefined ? null : <span className={styles['note']}>{props.note}</span>}
      </label>
      {props.children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': props.problem === undefined ? undefined : true,
      })}
      {props.problem === undefined ? null : (
        <p className={styles['problem']} id={problemId} role="alert">
          {props.problem}
        </p>
      )}
      {props.hint === undefined ? null : (
        <p className={styles['hint']} id={hintId}>
          {props.hint}
        </p>
      )}
    </div>
  )
}

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
