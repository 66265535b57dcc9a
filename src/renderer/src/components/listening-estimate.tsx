// What hearing the takes of a book needs, and what would be sent where.
import type { ListenEstimate } from '../../../contract/index.ts'
import { Notice } from '../elements/notice.tsx'
import type { Answer } from '../hooks/use-answer.ts'
import type { Hearing } from '../state/hearing.ts'
import { failureSentence, words } from '../words.ts'
import facts from './narrate-dialog.module.css'
import panel from './panel.module.css'
import styles from './script-panel.module.css'

const say = words.listening

type ListeningEstimateProps = Answer<'listen.estimate'> & {
  /** Null until it is counted. */
  hearing: Hearing | null
  address: string
}

/** The last answer stays, less plain, while it is counted anew. */
export function ListeningEstimate(props: ListeningEstimateProps) {
  const { value, isCurrent, failure, hearing } = props
  if (failure !== null)
    return (
      <Notice tone="danger">
        <p>{failureSentence(failure)}</p>
      </Notice>
    )
  if (value === null)
    return (
      <p className={panel['note']} role="status">
        {say.counting}
      </p>
    )
  if (hearing === 'unspoken') return <p className={panel['note']}>{say.unspoken}</p>
  return (
    <>
      <Facts estimate={value} isCurrent={isCurrent} />
      <p className={panel['note']}>{hearing === 'whole' ? say.nothing : say.sent(props.address)}</p>
    </>
  )
}

function Facts({ estimate, isCurrent }: { estimate: ListenEstimate; isCurrent: boolean }) {
  const { segments, known, seconds, cost } = estimate
  return (
    <dl
      className={`${facts['facts']} ${styles['facts']}`}
      aria-label={say.estimate}
      aria-busy={!isCurrent}
    >
      <dt>{say.segments}</dt>
      <dd>{say.segmentsValue(segments)}</dd>
      <dt>{say.known}</dt>
      <dd>{say.knownValue(known)}</dd>
      <dt>{say.sound}</dt>
      <dd>{say.soundValue(seconds)}</dd>
      <dt>{say.cost}</dt>
      <dd>
        {cost === null ? (
          say.costUnknown
        ) : (
          <strong>{words.money(cost.amount, cost.currency)}</strong>
        )}
      </dd>
    </dl>
  )
}
