// A small word in a frame, beside a name.
import type { ReactNode } from 'react'
import styles from './badge.module.css'

export const Badge = (props: {
  tone?: 'plain' | 'warn' | 'info' | 'danger' | 'good'
  icon?: ReactNode
  title?: string
  children: ReactNode
}) => (
  <span className={`${styles['badge']} ${styles[props.tone ?? 'plain']}`} title={props.title}>
    {props.icon}
    {props.children}
  </span>
)
