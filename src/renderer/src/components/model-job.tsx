// A model at work for a book: how far that is, what it has taken, and what it stands still for.
import { Pause, Play, X } from 'lucide-react'
import { useId } from 'react'
import type { Job } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useFace } from '../hooks/use-face.ts'
import { jobFraction } from '../state/jobs.ts'
import { standstillOf } from '../state/narration.ts'
import { costWords } from './narration-control.tsx'
import { type ModelJobWords, ModelStandstill } from './model-standstill.tsx'
import panel from './panel.module.css'
import styles from './script-panel.module.css'

export function ModelJob(props: {
  job: Job
  say: ModelJobWords
  /** Its server's form is wanted. */
  onChangeServer: () => void
}) {
  const { job, say } = props
  const id = useId()
  const { connection, news } = useFace()
  const isPaused = job.state === 'paused'
  const still = standstillOf(job)
  const tell = async (name: 'job.pause' | 'job.resume' | 'job.cancel') =>
    news.settle(await connection.call(name, { jobId: job.id }))
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h3 className={panel['head']} id={id}>
        {say.title}
      </h3>
      <p className={styles['progress']}>{progressWords(job, say)}</p>
      <ProgressBar
        label={say.title}
        fraction={jobFraction(job)}
        tone={isPaused ? 'warn' : 'accent'}
      />
      {still === null ? null : (
        <ModelStandstill {...{ job, say, still }} onChangeServer={props.onChangeServer} />
      )}
      <div className={styles['buttons']}>
        {/* What helps where it stands still goes on as well. */}
        {isPaused && still !== null ? null : isPaused ? (
          <Button
            size="small"
            look="primary"
            icon={<Play aria-hidden />}
            onClick={() => void tell('job.resume')}
          >
            {say.resume}
          </Button>
        ) : (
          <Button size="small" icon={<Pause aria-hidden />} onClick={() => void tell('job.pause')}>
            {say.pause}
          </Button>
        )}
        <Button
          size="small"
          look="quiet"
          icon={<X aria-hidden />}
          onClick={() => void tell('job.cancel')}
        >
          {say.cancel}
        </Button>
      </div>
    </section>
  )
}

function progressWords(job: Job, say: ModelJobWords): string {
  const { state, waiting, etaSeconds, tokens, cost } = job
  const eta = etaSeconds === null ? null : say.eta(etaSeconds)
  const rest = state === 'paused' ? say.paused : waiting === undefined ? eta : say.waiting
  return [
    say.progress(job.done, job.total),
    rest,
    tokens === undefined ? null : say.tokens(tokens.in, tokens.out),
    cost === undefined ? null : costWords(cost),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
