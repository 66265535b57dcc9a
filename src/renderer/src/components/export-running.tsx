// While an export runs: what it does, how far it is, a way to stop.
import type { Job } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useFace } from '../hooks/use-face.ts'
import { jobFraction } from '../state/jobs.ts'
import { stageWords, words } from '../words.ts'
import styles from './export-dialog.module.css'

export function ExportRunning({ job, onClose }: { job: Job; onClose: () => void }) {
  const { connection, news } = useFace()
  const fraction = jobFraction(job)
  const cancel = async () => news.settle(await connection.call('job.cancel', { jobId: job.id }))
  return (
    <>
      <div className={styles['running']}>
        <p className={styles['stage']}>
          <strong>{stageWords[job.stage]}</strong>
          <span>
            {fraction === null ? '' : words.percent(fraction)}
            {job.etaSeconds === null ? '' : ` · ${words.studio.eta(job.etaSeconds)}`}
          </span>
        </p>
        <ProgressBar label={words.export.progress} fraction={fraction} />
        {job.name === undefined ? null : <p className={styles['file']}>{job.name}</p>}
      </div>
      <div className={styles['actions']}>
        <Button onClick={() => void cancel()}>{words.export.cancel}</Button>
        <Button look="primary" onClick={onClose}>
          {words.export.background}
        </Button>
      </div>
    </>
  )
}
