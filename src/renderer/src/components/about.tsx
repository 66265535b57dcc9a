// Which Lectern this is, and where it keeps things.
import { useEffect, useState } from 'react'
import type { CommandReply } from '../../../contract/index.ts'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './about.module.css'

export function About() {
  const { connection } = useFace()
  const [studio, setStudio] = useState<CommandReply<'studio.describe'> | null>(null)
  useEffect(() => {
    let gone = false
    void connection.call('studio.describe', {}).then((reply) => {
      if (!gone && reply.ok) setStudio(reply.value)
    })
    return () => {
      gone = true
    }
  }, [connection])
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
    </section>
  )
}
