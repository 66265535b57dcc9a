// Starts, pauses, resumes and cancels narration, and says how far it is.
import { Menu } from '@base-ui/react/menu'
import { ChevronDown, Mic, Pause, Play, X } from 'lucide-react'
import type { Job, SpeechScope } from '../../../contract/index.ts'
import { Button, IconButton } from '../elements/button.tsx'
import menu from '../elements/menu.module.css'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob, jobFraction } from '../state/jobs.ts'
import { bookTotals } from '../state/project.ts'
import { words } from '../words.ts'
import styles from './narration-control.module.css'

export function NarrationControl() {
  const { connection, jobs, news } = useFace()
  const { project, progress } = useProject()
  const job = activeJob(useStore(jobs), 'speech', project.id)
  if (job !== null) return <Running job={job} />
  const totals = bookTotals(project.chapters, progress)
  const start = async (scope: SpeechScope) =>
    news.settle(await connection.call('speech.start', { projectId: project.id, scope }))
  return (
    <div className={styles['control']}>
      <p className={styles['words']}>{words.studio.progressText(totals.ready, totals.segments)}</p>
      <div className={styles['split']}>
        <Button
          look="primary"
          icon={<Mic aria-hidden />}
          onClick={() => void start({ kind: 'ticked' })}
        >
          {words.studio.narrate}
        </Button>
        <Choice start={start} />
      </div>
    </div>
  )
}

function Choice({ start }: { start: (scope: SpeechScope) => Promise<unknown> }) {
  const { segments, selection } = useBook()
  const here = useStore(selection).position
  const narrateHere = async (kind: 'chapters' | 'segments') => {
    const row = await segments.load(here)
    if (row === null) return
    await start(
      kind === 'chapters' ? { kind, chapterIds: [row.chapterId] } : { kind, segmentIds: [row.id] },
    )
  }
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <IconButton
            plain
            look="primary"
            label={words.studio.narrateChoice}
            icon={<ChevronDown />}
          />
        }
      />
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end">
          <Menu.Popup className={menu['popup']}>
            <Menu.Item className={menu['item']} onClick={() => void start({ kind: 'ticked' })}>
              {words.studio.narrateTicked}
            </Menu.Item>
            <Menu.Item className={menu['item']} onClick={() => void narrateHere('chapters')}>
              {words.studio.narrateChapter}
            </Menu.Item>
            <Menu.Item className={menu['item']} onClick={() => void narrateHere('segments')}>
              {words.studio.narrateSegment}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Running({ job }: { job: Job }) {
  const { connection, news } = useFace()
  const paused = job.state === 'paused'
  const tell = async (name: 'job.pause' | 'job.resume' | 'job.cancel') =>
    news.settle(await connection.call(name, { jobId: job.id }))
  const rest = paused
    ? words.studio.paused
    : job.etaSeconds === null
      ? null
      : words.studio.eta(job.etaSeconds)
  return (
    <div className={styles['control']}>
      <div className={styles['progress']}>
        <p className={styles['words']}>
          {words.studio.progressText(job.done, job.total)}
          {rest === null ? null : ` · ${rest}`}
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
