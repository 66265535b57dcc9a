// Before a paid voice speaks: how much it will be asked, what that costs, and how much may be spent.
import type { ReactNode } from 'react'
import type { Job, Price, SpeechScope } from '../../../contract/index.ts'
import { Modal } from '../elements/modal.tsx'
import { Notice } from '../elements/notice.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useEstimate } from '../hooks/use-estimate.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { type Estimate, isDiskShort } from '../state/narration.ts'
import { failureSentence, words } from '../words.ts'
import { Budget } from './narrate-budget.tsx'
import styles from './narrate-dialog.module.css'

export function NarrateDialog() {
  const { narration } = useBook()
  const { project } = useProject()
  const { voices } = useStore(useFace().voices)
  const wish = useStore(narration.asked)
  const voice = voices.find(({ id }) => id === project.voice)?.label ?? project.voice
  const isRaise = wish?.kind === 'raise'
  return (
    <Modal
      open={wish !== null}
      title={isRaise ? words.narration.raiseTitle : words.narration.title}
      description={isRaise ? words.narration.raiseDescription : words.narration.description(voice)}
      closeLabel={words.app.close}
      onClose={narration.dismiss}
    >
      {wish?.kind === 'begin' ? <Begin scope={wish.scope} projectId={project.id} /> : null}
      {wish?.kind === 'raise' ? <Raise job={wish.job} /> : null}
    </Modal>
  )
}

function Begin({ scope, projectId }: { scope: SpeechScope; projectId: string }) {
  const estimate = useEstimate(projectId, scope)
  const failed = estimate !== null && 'code' in estimate ? estimate : null
  const counted = estimate === null || failed !== null ? null : (estimate as Estimate)
  return (
    <Budget currency={counted?.cost?.price.currency} {...beginWords}>
      {failed === null ? null : <Notice tone="danger">{failureSentence(failed)}</Notice>}
      {failed === null ? <Facts estimate={counted} /> : null}
      {counted === null ? null : <DiskWarning disk={counted.disk} />}
    </Budget>
  )
}

function Raise({ job }: { job: Job }) {
  return (
    <Budget currency={job.cost?.currency} {...raiseWords}>
      <dl className={styles['facts']}>
        <dt>{words.narration.toSpeak}</dt>
        <dd>{words.narration.leftValue(job.total - job.done)}</dd>
        {job.cost ? (
          <>
            <dt>{words.narration.spentSoFar}</dt>
            <dd>{words.money(job.cost.spent, job.cost.currency)}</dd>
          </>
        ) : null}
      </dl>
    </Budget>
  )
}

const beginWords = {
  label: words.narration.budget,
  hint: words.narration.budgetHint,
  start: words.narration.start,
}
const raiseWords = {
  label: words.narration.raiseLabel,
  hint: words.narration.raiseHint,
  start: words.narration.goOn,
}

function Facts({ estimate }: { estimate: Estimate | null }) {
  const say = (word: (known: Estimate) => ReactNode): ReactNode =>
    estimate === null ? words.narration.loading : word(estimate)
  return (
    <dl className={styles['facts']} aria-busy={estimate === null}>
      <dt>{words.narration.toSpeak}</dt>
      <dd>
        {say(({ segments, ready, characters }) =>
          words.narration.toSpeakValue(segments - ready, characters),
        )}
      </dd>
      <dt>{words.narration.ready}</dt>
      <dd>{say(({ ready, segments }) => words.narration.readyValue(ready, segments))}</dd>
      <dt>{words.narration.time}</dt>
      <dd>
        {say(({ seconds }) =>
          seconds === null ? words.narration.timeUnknown : words.duration(seconds),
        )}
      </dd>
      <dt>{words.narration.disk}</dt>
      <dd>{say(({ disk }) => words.narration.diskValue(disk.bytes, disk.freeBytes))}</dd>
      <dt className={styles['cost']}>{words.narration.cost}</dt>
      <dd className={styles['cost']}>
        {say(({ cost }) =>
          cost === null ? (
            words.narration.costUnknown
          ) : (
            <strong>{words.money(cost.amount, cost.price.currency)}</strong>
          ),
        )}
      </dd>
      {estimate === null || estimate.cost === null ? null : (
        <dd className={styles['price']}>{priceWords(estimate.cost.price)}</dd>
      )}
    </dl>
  )
}

function DiskWarning({ disk }: { disk: Estimate['disk'] }) {
  if (!isDiskShort(disk) || disk.freeBytes === null) return null
  return <Notice tone="warn">{words.narration.diskShort(disk.bytes, disk.freeBytes)}</Notice>
}

const priceWords = ({ perMillionCharacters, currency, asOf }: Price): string =>
  words.narration.price(perMillionCharacters, currency, asOf)
