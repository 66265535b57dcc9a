// A row of the music panel: what it is about, its values when it is unfolded, and what can be done with it.
import type { ReactNode } from 'react'
import { Fold } from '../elements/fold.tsx'
import styles from './music-panel.module.css'

export const MusicRow = (props: {
  /** What it is: a sound has more deeds than a cue, and leaves them more room. */
  of: 'cue' | 'sound'
  name: string
  /** Beside the name. */
  mark: ReactNode
  /** Below it. */
  about: ReactNode
  deeds: ReactNode
  children: ReactNode
}) => (
  <li className={styles[props.of]}>
    <Fold
      className={styles['fold']}
      summary={
        <span className={styles['summary']}>
          <span className={styles['title']}>
            <strong>{props.name}</strong>
            {props.mark}
          </span>
          {props.about}
        </span>
      }
    >
      {props.children}
    </Fold>
    <div className={styles['deeds']}>{props.deeds}</div>
  </li>
)
