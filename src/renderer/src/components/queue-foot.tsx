// What else is to know of the queue: that it goes on alone, who is told of its end, where books are exported.
import { Bell, FolderPlus } from 'lucide-react'
import { useId } from 'react'
import type { Queue } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Toggle } from '../elements/toggle.tsx'
import { useCopyFolder } from '../hooks/use-copy-folder.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './queue-panel.module.css'

export function QueueFoot({ queue }: { queue: Queue }) {
  const { connection, notices } = useFace()
  const permission = useStore(notices.permission)
  const isPage = connection.host.door === 'web'
  return (
    <div className={styles['foot']}>
      <p className={styles['note']}>
        {isPage ? words.queue.goesOnPage : words.queue.goesOnWindow}
        {permission === 'denied' ? ` ${words.queue.notifyRefused}` : ''}
      </p>
      {permission === 'default' ? (
        <Button size="small" icon={<Bell aria-hidden />} onClick={() => void notices.ask()}>
          {words.queue.notify}
        </Button>
      ) : null}
      <Exports exports={queue.exports} />
    </div>
  )
}

/** Where the door can ask for a folder. */
function Exports({ exports }: { exports: boolean }) {
  const { queue } = useFace()
  const folder = useCopyFolder()
  const label = useId()
  if (folder === null) return null
  if (folder.name === null)
    return (
      <Button size="small" icon={<FolderPlus aria-hidden />} onClick={() => void folder.choose()}>
        {words.queue.chooseFolder}
      </Button>
    )
  return (
    <div className={styles['exports']}>
      <span id={label}>{words.queue.exports(folder.name)}</span>
      <Toggle
        aria-labelledby={label}
        checked={exports}
        onChange={(wanted) => void queue.setExports(wanted)}
      />
    </div>
  )
}
