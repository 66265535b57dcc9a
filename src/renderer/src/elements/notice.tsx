// A sentence that matters where it stands, with what can be done about it.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

const icons = { info: Info, warn: TriangleAlert, danger: CircleAlert, good: CircleCheck }

export function Notice(props: {
  tone: keyof typeof icons
  title?: string
  children?: ReactNode
  actions?: ReactNode
  /** Read aloud when it appears. */
  alert?: boolean
}) {
  const Icon = icons[props.tone]
  return (
    <div
      className={`${styles['notice']} ${styles[props.tone]}`}
      role={props.alert === true ? 'alert' : undefined}
    >
      <Icon aria-hidden />
      <div className={styles['text']}>
        {props.title === undefined ? null : <strong>{props.title}</strong>}
        {props.children}
      </div>
      {props.actions === undefined ? null : (
        <div className={styles['actions']}>{props.actions}</div>
      )}
    </div>
  )
}
