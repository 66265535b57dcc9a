// Starts, pauses, resumes and cancels narration, and says how far it is.
import { Flag, Mic, Pause, Play, X } from 'lucide-react'
import type { Cost, Job } from '../../../contract/index.ts'
import { Button, IconButton } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useKeyHint } from '../hooks/use-key-hint.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob, jobFraction } from '../state/jobs.ts'
import { bookTotals } from '../state/project.ts'
import { words } from '../words.ts'
import styles from './narration-control.module.css'
import { NarrationMenu } from './narration-menu.tsx'

export function NarrationControl() {
  const { jobs } = useFace()
  const { narration } = useBook()
  const { project, progress } = useProject()
  const job = activeJob(useStore(jobs), 'speech', project.id)
  if (job !== null) return <Running job={job} />
  const totals = bookTotals(project.chapters, progress)
  return (
    <div className={styles['control']}>
      <FlaggedButton flagged={totals.flagged} />
      <p className={styles['words']}>{words.studio.progressText(totals.ready, totals.segments)}</p>
      <div className={styles['split']}>
        <Button
          look="primary"
          icon={<Mic aria-hidden />}
          onClick={() => void narration.want({ kind: 'ticked' })}
        >
          {words.studio.narrate}
        </Button>
        <NarrationMenu />
      </div>
    </div>
  )
}

function Running({ job }: { job: Job }) {
  const { connection, news } = useFace()
  const { project, progress } = useProject()
  const { flagged } = bookTotals(project.chapters, progress)
  const paused = job.state === 'paused'
  const tell = async (name: 'job.pause' | 'job.resume' | 'job.cancel') =>
    news.settle(await connection.call(name, { jobId: job.id }))
  const rest = paused
    ? words.studio.paused
    : job.waiting !== undefined
      ? words.narration.waiting
      : job.etaSeconds === null
        ? null
        : words.studio.eta(job.etaSeconds)
  return (
    <div className={styles['control']}>
      <FlaggedButton flagged={flagged} />
      <div className={styles['progress']}>
        <p className={styles['words']}>
          {words.studio.progressText(job.done, job.total)}
          {rest === null ? null : ` · ${rest}`}
          {job.cost === undefined ? null : ` · ${costWords(job.cost)}`}
        </p>
        <ProgressBar
          label={words.studio.progress}
          fraction={jobFraction(job)}
          tone={paused ? 'warn' : 'accent'}
        />
      </div>
      {paused ? (
        <Button look="primary" icon={<Play aria-hidden />} onClick={() => void tell('job.resume')}>
          {words.studio.resume}
        </Button>
      ) : (
        <Button icon={<Pause aria-hidden />} onClick={() => void tell('job.pause')}>
          {words.studio.pause}
        </Button>
      )}
      <IconButton
        look="outline"
        label={words.studio.cancel}
        icon={<X />}
        onClick={() => void tell('job.cancel')}
      />
    </div>
  )
}

/** What was spent, and what the cache has saved where it has. */
export const costWords = ({ spent, saved, currency }: Cost): string =>
  [
    words.narration.spent(spent, currency),
    ...(saved > 0 ? [words.narration.saved(saved, currency)] : []),
  ].join(', ')

/** How many takes something seems to be wrong with; leads to the next one. */
function FlaggedButton({ flagged }: { flagged: number }) {
  const deeds = useSegmentDeeds()
  const { hint } = useKeyHint('next-flag')
  if (flagged === 0) return null
  return (
    <button
      type="button"
      className={styles['flagged']}
      title={[words.narration.nextFlagged(flagged), ...(hint ? [`(${hint})`] : [])].join(' ')}
      onClick={() => void deeds.findFlagged('forward')}
    >
      <Flag aria-hidden />
      {words.narration.flagged(flagged)}
    </button>
  )
}
