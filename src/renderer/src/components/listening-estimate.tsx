// What hearing the takes of a book needs, and what would be sent where.
import type { ListenEstimate } from '../../../contract/index.ts'
import type { Answer } from '../hooks/use-answer.ts'
import type { Hearing } from '../state/hearing.ts'
import { scriptWords } from '../script-words.ts'
import { words } from '../words.ts'
import { EstimateFacts } from './estimate-facts.tsx'
import { EstimatePending } from './estimate-pending.tsx'
import panel from './panel.module.css'

const say = scriptWords.listening

type ListeningEstimateProps = Answer<'listen.estimate'> & {
  /** Null until it is counted. */
  hearing: Hearing | null
  /** Null: nothing is sent. */
  address: string | null
}

/** The last answer stays, less plain, while it is counted anew. */
export function ListeningEstimate(props: ListeningEstimateProps) {
  const { value, isCurrent, failure, hearing } = props
  if (failure !== null || value === null)
    return <EstimatePending failure={failure} counting={say.counting} />
  if (hearing === 'unspoken') return <p className={panel['note']}>{say.unspoken}</p>
  return (
    <>
      <EstimateFacts facts={factsOf(value)} cost={value.cost} isCurrent={isCurrent} say={say} />
      <p className={panel['note']}>{sentWords(hearing === 'whole', props.address)}</p>
    </>
  )
}

function sentWords(isWhole: boolean, address: string | null): string {
  if (address === null) return isWhole ? words.listener.nothing : words.listener.heardHere
  return isWhole ? say.nothing : say.sent(address)
}

const factsOf = ({ takes, known, seconds }: ListenEstimate) =>
  [
    [say.takes, say.takesValue(takes)],
    [say.known, say.knownValue(known)],
    [say.sound, say.soundValue(seconds)],
  ] as const
