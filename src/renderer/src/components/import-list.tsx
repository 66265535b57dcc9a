// Books on their way in: progress and a way to stop, or why one could not be added and what helps.
import { CircleAlert, X } from 'lucide-react'
import type { Job } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { shownImports } from '../state/imports.ts'
import { jobFraction } from '../state/jobs.ts'
import { failureSentence, importWords, words } from '../words.ts'
import styles from './import-list.module.css'

export function ImportList() {
  const { imports, jobs, since } = useFace()
  const uploads = useStore(imports.uploads)
  const dismissed = useStore(imports.dismissed)
  const shown = shownImports(useStore(jobs), dismissed, since)
  if (uploads.length + shown.length === 0) return null
  return (
    <ul className={styles['list']} aria-label={words.library.imports}>
      {uploads.map((upload) => (
        <li key={`upload ${upload.id}`} className={styles['row']}>
          <strong className={styles['name']}>{upload.name}</strong>
          <span className={styles['stage']}>{words.library.uploading}</span>
          <ProgressBar label={words.library.importing(upload.name)} fraction={upload.fraction} />
        </li>
      ))}
      {shown.map((job) => (
        <ImportRow key={job.id} job={job} />
      ))}
    </ul>
  )
}

function ImportRow({ job }: { job: Job }) {
  const { connection, imports, news } = useFace()
  const name = job.name ?? words.library.someBook
  if (job.state === 'failed')
    return (
      <li className={`${styles['row']} ${styles['failed']}`}>
        <CircleAlert aria-hidden />
        <p className={styles['sentence']} role="alert">
          {job.failure === undefined ? name : failureSentence(job.failure)}
        </p>
        <IconButton
          size="small"
          label={words.library.importDismiss(name)}
          icon={<X />}
          onClick={() => imports.dismiss(job.id)}
        />
      </li>
    )
  const cancel = async () => news.settle(await connection.call('job.cancel', { jobId: job.id }))
  return (
    <li className={styles['row']}>
      <strong className={styles['name']}>{name}</strong>
      <span className={styles['stage']}>{importWords(job)}</span>
      <ProgressBar label={words.library.importing(name)} fraction={jobFraction(job)} />
      <IconButton
        size="small"
        label={words.library.importCancel(name)}
        icon={<X />}
        onClick={() => void cancel()}
      />
    </li>
  )
}
