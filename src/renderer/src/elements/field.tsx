// A labelled place to write, with a hint and what is wrong with it, both told to those who listen.
import { type ReactNode, useId } from 'react'
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
