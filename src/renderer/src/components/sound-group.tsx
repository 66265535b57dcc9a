// Values of a book's sound that belong together, under a heading.
import type { ReactNode } from 'react'
import type { SoundSettings } from '../../../contract/index.ts'
import panel from './panel.module.css'
import styles from './sound-panel.module.css'

export type SoundPartProps = {
  sound: SoundSettings
  onShape: (change: Partial<SoundSettings>) => void
}

export const SoundGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles['group']}>
    <h3 className={panel['head']}>{title}</h3>
    {children}
  </section>
)
