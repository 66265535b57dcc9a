// Neural voices on their way in: how far each is and a way to stop, or why it could not be added.
import { X } from 'lucide-react'
import type { Job } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import card from '../elements/card.module.css'
import { Notice } from '../elements/notice.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { jobFraction } from '../state/jobs.ts'
import { shownVoiceJobs } from '../state/neural.ts'
import { failureSentence, stageWords, words } from '../words.ts'
import styles from './neural-section.module.css'

export function VoiceJobs() {
  const { neural, jobs, since } = useFace()
  const sending = useStore(neural.sending)
  const shown = shownVoiceJobs(useStore(jobs), useStore(neural.dismissed), since)
  if (sending === null && shown.length === 0) return null
  return (
    <ul className={`${card['rows']} ${styles['jobs']}`} aria-label={words.neural.jobs}>
      {sending === null ? null : (
        <li className={styles['job']}>
          <strong>{sending.name}</strong>
          <span className={styles['stage']}>{words.library.uploading}</span>
          <ProgressBar label={words.neural.job(sending.name)} fraction={sending.fraction} />
        </li>
      )}
      {shown.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </ul>
  )
}

function JobRow({ job }: { job: Job }) {
  const { connection, neural, news } = useFace()
  const name = job.name ?? words.neural.someVoice
  if (job.state === 'failed')
    return (
      <li className={styles['failedJob']}>
        <Notice
          tone="danger"
          title={name}
          alert
          actions={
            <IconButton
              size="small"
              label={words.neural.dismiss(name)}
              icon={<X />}
              onClick={() => neural.dismiss(job.id)}
            />
          }
        >
          {job.failure === undefined ? null : <p>{failureSentence(job.failure)}</p>}
        </Notice>
      </li>
    )
  const cancel = async () => news.settle(await connection.call('job.cancel', { jobId: job.id }))
  return (
    <li className={styles['job']}>
      <strong>{name}</strong>
      <span className={styles['stage']}>
        {stageWords[job.stage]}
        {job.total > 0 ? ` · ${words.neural.progress(job.done, job.total)}` : ''}
        {job.etaSeconds === null ? '' : ` · ${words.studio.eta(job.etaSeconds)}`}
      </span>
      <ProgressBar label={words.neural.job(name)} fraction={jobFraction(job)} />
      <IconButton
        size="small"
        label={words.neural.cancel(name)}
        icon={<X />}
        onClick={() => void cancel()}
      />
    </li>
  )
}
