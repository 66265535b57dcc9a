// What calls to a language model need, and what would be sent, to the letter.
import type { Failure, ScriptEstimate } from '../../../contract/index.ts'
import { scriptWords } from '../script-words.ts'
import { EstimateFacts } from './estimate-facts.tsx'
import { EstimatePending } from './estimate-pending.tsx'
import panel from './panel.module.css'
import { SentSample } from './sent-sample.tsx'

const { ask } = scriptWords.script

/** What every estimate of calls has. */
type Estimate = Omit<ScriptEstimate, 'items'>

type ModelEstimateProps<E extends Estimate> = {
  value: E | null
  isCurrent: boolean
  failure: Failure | null
  /** What is counted, beside calls and tokens: each by its name. */
  factsOf: (value: E) => readonly (readonly [name: string, value: string])[]
  say: { estimate: string; nothing: string; sentText: string; user: string }
  /** Until the first answer; absent: nothing is said. */
  counting?: string
}

/** The last answer stays, less plain, while it is counted anew. */
export function ModelEstimate<E extends Estimate>(props: ModelEstimateProps<E>) {
  const { value, isCurrent, failure, say, counting } = props
  if (failure !== null || value === null) return <EstimatePending {...{ failure, counting }} />
  const facts = [
    ...props.factsOf(value),
    [ask.calls, ask.callsValue(value.calls)],
    [ask.tokens, ask.tokensValue(value.tokensIn, value.tokensOut)],
  ] as const
  return (
    <>
      <EstimateFacts
        {...{ facts, isCurrent, cost: value.cost }}
        say={{ ...ask, estimate: say.estimate }}
      />
      {value.calls === 0 ? <p className={panel['note']}>{say.nothing}</p> : null}
      <SentSample sample={value.sample} text={say.sentText} user={say.user} />
    </>
  )
}
