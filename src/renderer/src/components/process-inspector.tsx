// Looks into the main process at a person's wish: objects by class, a snapshot of the heap, a profile of the processor.
import { useState } from 'react'
import type { CommandReply, ObjectCount } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './process-inspector.module.css'

const profileSeconds = 10

export function ProcessInspector() {
  const { connection, news } = useFace()
  const [busy, setBusy] = useState(false)
  const [objects, setObjects] = useState<readonly ObjectCount[]>([])
  const { count, profile, snapshot, title, written } = words.processes.inspect
  /** One at a time: each stops the studio for a moment. */
  const alone = async (work: () => Promise<void>) => {
    setBusy(true)
    await work().finally(() => setBusy(false))
  }
  const tell = ({ file, bytes }: CommandReply<'performance.heapSnapshot'>) =>
    news.tell(written(file, words.bytes(bytes)))
  const countObjects = async () => {
    const reply = await connection.call('performance.objects', {})
    if (reply.ok) setObjects(reply.value.objects)
    else news.fail(reply.failure)
  }
  const takeSnapshot = async () => {
    const reply = await connection.call('performance.heapSnapshot', {})
    if (reply.ok) tell(reply.value)
    else news.fail(reply.failure)
  }
  const takeProfile = async () => {
    const reply = await connection.call('performance.cpuProfile', { seconds: profileSeconds })
    if (reply.ok) tell(reply.value)
    else news.fail(reply.failure)
  }
  const deeds = [
    [count, countObjects],
    [snapshot, takeSnapshot],
    [profile(profileSeconds), takeProfile],
  ] as const
  return (
    <>
      <h3>{title}</h3>
      <div className={styles['deeds']}>
        {deeds.map(([label, deed]) => (
          <Button key={label} size="small" disabled={busy} onClick={() => void alone(deed)}>
            {label}
          </Button>
        ))}
      </div>
      <dl>
        {objects.map((one) => (
          <div key={one.name}>
            <dt>{one.name}</dt>
            <dd>{words.processes.inspect.objects(one.count, words.bytes(one.bytes))}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
