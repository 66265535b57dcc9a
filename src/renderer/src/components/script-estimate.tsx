// What asking a language model needs, and what would be sent, to the letter.
import type { ScriptEstimate as Estimate } from '../../../contract/index.ts'
import { Notice } from '../elements/notice.tsx'
import type { Answer } from '../hooks/use-answer.ts'
import { scriptWords } from '../script-words.ts'
import { failureSentence } from '../words.ts'
import { EstimateFacts } from './estimate-facts.tsx'
import panel from './panel.module.css'
import { SentSample } from './sent-sample.tsx'

const { ask: say } = scriptWords.script

/** The last answer stays, less plain, while it is counted anew. */
export function ScriptEstimate({
  value,
  isCurrent,
  failure,
  nothing = say.nothing,
}: Answer<'script.estimate'> & { nothing?: string }) {
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
  return (
    <>
      <EstimateFacts facts={factsOf(value)} cost={value.cost} isCurrent={isCurrent} say={say} />
      {value.calls === 0 ? <p className={panel['note']}>{nothing}</p> : null}
      <SentSample sample={value.sample} text={say.sentText} user={say.user} />
    </>
  )
}

const factsOf = ({ items, known, calls, tokensIn, tokensOut }: Estimate) =>
  [
    [say.items, say.itemsValue(items)],
    [say.known, say.knownValue(known)],
    [say.calls, say.callsValue(calls)],
    [say.tokens, say.tokensValue(tokensIn, tokensOut)],
  ] as const
