// Books on their way into a file: progress and a way to stop. What went wrong is told as news.
import { X } from 'lucide-react'
import { IconButton } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { isActive, jobFraction } from '../state/jobs.ts'
import { words } from '../words.ts'
import styles from './import-list.module.css'

export function SaveList() {
  const { connection, jobs, news } = useFace()
  const saving = [...useStore(jobs).values()].filter((job) => job.kind === 'save' && isActive(job))
  if (saving.length === 0) return null
  const cancel = async (jobId: string) =>
    news.settle(await connection.call('job.cancel', { jobId }))
  return (
    <ul className={styles['list']} aria-label={words.shelf.saves}>
      {saving.map((job) => (
        <li key={job.id} className={styles['row']}>
          <strong className={styles['name']}>{job.name}</strong>
          <span className={styles['stage']}>{words.shelf.savingPart(job.done, job.total)}</span>
          <ProgressBar label={words.shelf.saving(job.name ?? '')} fraction={jobFraction(job)} />
          <IconButton
            size="small"
            label={words.shelf.saveCancel(job.name ?? '')}
            icon={<X />}
            onClick={() => void cancel(job.id)}
          />
        </li>
      ))}
    </ul>
  )
}
