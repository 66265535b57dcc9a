// Which Lectern this is, and where it keeps things.
import { useAnswer } from '../hooks/use-answer.ts'
import { words } from '../words.ts'
import { SaveDiagnostics } from './save-diagnostics.tsx'
import { UpdateSection } from './update-section.tsx'
import styles from './about.module.css'

export function About() {
  const { value: studio } = useAnswer('studio.describe', {})
  if (studio === null) return null
  return (
    <section>
      <h2 className={styles['title']}>{words.settings.about}</h2>
      <dl className={styles['facts']}>
        <dt>{words.settings.version}</dt>
        <dd>{studio.version}</dd>
        <dt>{words.settings.dataFolder}</dt>
        <dd>{studio.dataFolder}</dd>
      </dl>
      <UpdateSection />
      <SaveDiagnostics />
    </section>
  )
}
