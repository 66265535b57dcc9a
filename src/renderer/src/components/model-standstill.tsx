// Why a model's work stands still, and what can be done about it: as a narration does.
import { useEffect, useRef, useState } from 'react'
import type { Job } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { Notice } from '../elements/notice.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useNow } from '../hooks/use-now.ts'
import { type AskingCure, askingCuresOf } from '../state/asking.ts'
import { budgetOf, type Standstill } from '../state/narration.ts'
import { secondsUntil } from '../state/seconds-until.ts'
import type { scriptWords } from '../script-words.ts'
import { failureSentence, words } from '../words.ts'
import panel from './panel.module.css'
import { CureButtons } from './cure-buttons.tsx'
import styles from './script-panel.module.css'

export type ModelJobWords = typeof scriptWords.script.job

export function ModelStandstill(props: {
  job: Job
  say: ModelJobWords
  still: Standstill
  onChangeServer: () => void
}) {
  const { job, say, still } = props
  const { connection, news } = useFace()
  const [isRaising, setRaising] = useState(false)
  const resume = async () => news.settle(await connection.call('job.resume', { jobId: job.id }))
  const deeds: Record<AskingCure, { label: string; act: () => void }> = {
    'try-now': { label: say.tryNow, act: () => void resume() },
    'go-on': { label: say.goOn, act: () => void resume() },
    'change-model': { label: say.changeModel, act: props.onChangeServer },
    'raise-budget': { label: say.raise, act: () => setRaising(true) },
  }
  return (
    <>
      <Notice tone="warn" title={still.kind === 'waiting' ? say.waits : say.stopped} alert>
        <p>{failureSentence(still.failure)}</p>
      </Notice>
      {still.kind === 'waiting' ? <Countdown until={still.until} /> : null}
      {isRaising ? (
        <Raise job={job} say={say} onDone={() => setRaising(false)} />
      ) : (
        <div className={styles['buttons']}>
          <CureButtons cures={askingCuresOf(still.failure)} deeds={deeds} />
        </div>
      )}
    </>
  )
}

/** Beside the alert, not in it: nobody wants to hear it every second. */
const Countdown = ({ until }: { until: number }) => (
  <p className={panel['note']}>{words.narration.nextTry(secondsUntil(until, useNow()))}</p>
)

/** How much more may be spent; saying it goes on. */
function Raise(props: { job: Job; say: ModelJobWords; onDone: () => void }) {
  const { job, say, onDone } = props
  const { connection, news } = useFace()
  const [written, setWritten] = useState('')
  const [tried, setTried] = useState(false)
  const budget = budgetOf(written)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const raise = async () => {
    setTried(true)
    if (budget === null) return
    const args = { jobId: job.id, budget: budget ?? null }
    if (news.settle(await connection.call('job.resume', args)) !== null) onDone()
  }
  return (
    <form
      className={styles['group']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void raise()
      }}
    >
      <TextField
        ref={field}
        label={say.raiseLabel}
        note={[job.cost?.currency, words.narration.budgetOptional].filter(Boolean).join(', ')}
        hint={say.raiseHint}
        inputMode="decimal"
        value={written}
        problem={tried && budget === null ? words.narration.budgetProblem : undefined}
        onChange={setWritten}
      />
      <div className={styles['buttons']}>
        <Button size="small" look="primary" type="submit">
          {say.goOn}
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          {words.app.cancel}
        </Button>
      </div>
    </form>
  )
}
