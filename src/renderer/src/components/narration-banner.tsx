// Why the narration stands still: what it waits for and until when, or what a person can do about it.
import { Hourglass, TriangleAlert } from 'lucide-react'
import type { Job } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useNow } from '../hooks/use-now.ts'
import { secondsUntil } from '../state/seconds-until.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob } from '../state/jobs.ts'
import { type Cure, curesOf, type Standstill, standstillOf } from '../state/narration.ts'
import { failureSentence, words } from '../words.ts'
import { CureButtons } from './cure-buttons.tsx'
import styles from './narration-banner.module.css'

export function NarrationBanner({ onOtherVoice }: { onOtherVoice: () => void }) {
  const { jobs } = useFace()
  const { project } = useProject()
  const job = activeJob(useStore(jobs), 'speech', project.id)
  const still = job === null ? null : standstillOf(job)
  if (job === null || still === null) return null
  const waits = still.kind === 'waiting'
  return (
    <section className={styles['banner']} aria-label={words.narration.banner}>
      {waits ? <Hourglass aria-hidden /> : <TriangleAlert aria-hidden />}
      <p className={styles['text']} role="alert">
        <strong>{waits ? words.narration.waits : words.narration.stopped}.</strong>{' '}
        {failureSentence(still.failure)}
      </p>
      {still.kind === 'waiting' ? <Countdown until={still.until} /> : null}
      <Cures job={job} still={still} onOtherVoice={onOtherVoice} />
    </section>
  )
}

/** Beside the alert, not in it: nobody wants to hear it every second. */
function Countdown({ until }: { until: number }) {
  const seconds = secondsUntil(until, useNow())
  return <p className={styles['countdown']}>{words.narration.nextTry(seconds)}</p>
}

function Cures(props: { job: Job; still: Standstill; onOtherVoice: () => void }) {
  const { job, still } = props
  const { connection, news, router, servers } = useFace()
  const { narration } = useBook()
  const { project } = useProject()
  const resume = async () => news.settle(await connection.call('job.resume', { jobId: job.id }))
  const cancel = async () => news.settle(await connection.call('job.cancel', { jobId: job.id }))
  const openServer = () => {
    const id = project.voice.split(':')[0] ?? ''
    const known = servers.get().servers.some(({ server, fixed }) => server.id === id && !fixed)
    router.go({ screen: 'voices', server: known ? id : null })
  }
  const deeds: Record<Cure, { label: string; act: () => void }> = {
    'try-now': { label: words.narration.tryNow, act: () => void resume() },
    'go-on': { label: words.narration.goOn, act: () => void resume() },
    'enter-key': { label: words.narration.enterKey, act: openServer },
    'open-server': { label: words.narration.openServer, act: openServer },
    'open-voices': {
      label: words.narration.openVoices,
      act: () => router.go({ screen: 'voices', server: null }),
    },
    'other-voice': { label: words.narration.otherVoice, act: props.onOtherVoice },
    'raise-budget': { label: words.narration.raise, act: () => narration.raise(job) },
    'open-settings': {
      label: words.narration.openSettings,
      act: () => router.go({ screen: 'settings' }),
    },
  }
  return (
    <div className={styles['cures']}>
      <CureButtons cures={curesOf(still.failure)} deeds={deeds} />
      {still.failure.code === 'resume-costs' ? (
        <Button size="small" onClick={() => void cancel()}>
          {words.narration.notNow}
        </Button>
      ) : null}
    </div>
  )
}
