// What writing a script needs, and what would be sent, to the letter.
import type { WriteEstimate as Estimate } from '../../../contract/index.ts'
import { Notice } from '../elements/notice.tsx'
import { useAnswer } from '../hooks/use-answer.ts'
import type { ModelServer, TokenAmount } from '../state/model-server.ts'
import type { WriteWish } from '../state/write-fields.ts'
import { scriptWords } from '../script-words.ts'
import { failureSentence } from '../words.ts'
import { writeWords } from '../write-words.ts'
import { EstimateFacts } from './estimate-facts.tsx'
import panel from './panel.module.css'
import { SentSample } from './sent-sample.tsx'

const say = writeWords
const { ask } = scriptWords.script

/** Nobody needs it between two letters. */
const restMs = 400

/** The last answer stays, less plain, while it is counted anew. */
export function WriteEstimate(props: {
  wish: WriteWish | null
  model: ModelServer<TokenAmount> | null
}) {
  const again = JSON.stringify(props.model)
  const { value, isCurrent, failure } = useAnswer('write.estimate', props.wish, {
    ...{ again, restMs, about: 'write' },
  })
  if (props.wish === null) return null
  if (failure !== null)
    return (
      <Notice tone="danger">
        <p>{failureSentence(failure)}</p>
      </Notice>
    )
  if (value === null) return null
  return (
    <>
      <EstimateFacts
        facts={factsOf(value)}
        cost={value.cost}
        isCurrent={isCurrent}
        say={{ ...ask, estimate: say.estimate }}
      />
      {value.calls === 0 ? <p className={panel['note']}>{say.nothing}</p> : null}
      <SentSample sample={value.sample} text={say.sentText} user={say.user} />
    </>
  )
}

const factsOf = ({ sections, known, calls, tokensIn, tokensOut }: Estimate) =>
  [
    [say.sections, say.sectionsValue(sections, known)],
    [ask.calls, ask.callsValue(calls)],
    [ask.tokens, ask.tokensValue(tokensIn, tokensOut)],
  ] as const
