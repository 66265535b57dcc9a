// A whole area that has something to say instead of its content: empty, loading or broken.
import type { ReactNode } from 'react'
import styles from './message.module.css'

export function Message(props: {
  title?: string
  text?: string
  icon?: ReactNode
  /** It came unasked: read out at once. */
  isNews?: boolean
  children?: ReactNode
}) {
  return (
    <div className={styles['message']} role={props.isNews === true ? 'alert' : undefined}>
      {props.icon}
      {props.title === undefined ? null : <h2 className={styles['title']}>{props.title}</h2>}
      {props.text === undefined ? null : <p className={styles['text']}>{props.text}</p>}
      {props.children}
    </div>
  )
}
