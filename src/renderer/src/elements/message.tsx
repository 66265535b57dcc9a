// A whole area that has something to say instead of its content: empty, loading or broken.
import type { ReactNode } from 'react'
import styles from './message.module.css'

export function Message(props: {
  title?: string
  text?: string
  icon?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={styles['message']}>
      {props.icon}
      {props.title === undefined ? null : <h2 className={styles['title']}>{props.title}</h2>}
      {props.text === undefined ? null : <p className={styles['text']}>{props.text}</p>}
      {props.children}
    </div>
  )
}
