// The name of the house, with its sign: a lectern that carries an open book.
import { words } from '../words.ts'
import styles from './wordmark.module.css'

export const Wordmark = () => (
  <span className={styles['mark']}>
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 6.5c3-1.6 6-1.6 9 0 3-1.6 6-1.6 9 0v8c-3-1.6-6-1.6-9 0-3-1.6-6-1.6-9 0z" />
      <path d="M12 6.5v14.5M8 21h8" />
    </svg>
    {words.app.name}
  </span>
)
