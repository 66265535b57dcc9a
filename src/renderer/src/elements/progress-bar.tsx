// A bar from nothing to whole; moving to and fro while the whole is unknown.
import { Progress } from '@base-ui/react/progress'
import styles from './progress-bar.module.css'

export function ProgressBar(props: {
  label: string
  /** 0 to 1; null: unknown. */
  fraction: number | null
  tone?: 'accent' | 'done' | 'warn'
  thin?: boolean
}) {
  const value = props.fraction === null ? null : Math.round(props.fraction * 1000) / 10
  return (
    <Progress.Root
      value={value}
      aria-label={props.label}
      className={`${styles['root']} ${props.thin === true ? styles['thin'] : ''}`}
    >
      <Progress.Track className={styles['track']}>
        <Progress.Indicator className={`${styles['fill']} ${styles[props.tone ?? 'accent']}`} />
      </Progress.Track>
    </Progress.Root>
  )
}
