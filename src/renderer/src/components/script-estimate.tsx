// What asking a language model needs, and what would be sent, to the letter.
import type { ScriptEstimate as Estimate } from '../../../contract/index.ts'
import { Fold } from '../elements/fold.tsx'
import { Notice } from '../elements/notice.tsx'
import type { Answer } from '../hooks/use-answer.ts'
import { failureSentence, words } from '../words.ts'
import facts from './narrate-dialog.module.css'
import panel from './panel.module.css'
import styles from './script-panel.module.css'

const { ask: say } = words.script

/** The last answer stays, less plain, while it is counted anew. */
export function ScriptEstimate({ value, isCurrent, failure }: Answer<'script.estimate'>) {
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
      <Facts estimate={value} isCurrent={isCurrent} />
      {value.calls === 0 ? <p className={panel['note']}>{say.nothing}</p> : null}
      <Fold summary={say.sent}>
        {value.sample === null ? (
          <p className={panel['note']}>{say.sentNone}</p>
        ) : (
          <div className={styles['group']}>
            <p className={panel['note']}>{say.sentText}</p>
            <Sent name={say.system} text={value.sample.system} />
            <Sent name={say.user} text={value.sample.user} />
          </div>
        )}
      </Fold>
    </>
  )
}

function Facts({ estimate, isCurrent }: { estimate: Estimate; isCurrent: boolean }) {
  const { items, known, calls, tokensIn, tokensOut, cost } = estimate
  return (
    <dl
      className={`${facts['facts']} ${styles['facts']}`}
      aria-label={say.estimate}
      aria-busy={!isCurrent}
    >
      <dt>{say.items}</dt>
      <dd>{say.itemsValue(items)}</dd>
      <dt>{say.known}</dt>
      <dd>{say.knownValue(known)}</dd>
      <dt>{say.calls}</dt>
      <dd>{say.callsValue(calls)}</dd>
      <dt>{say.tokens}</dt>
      <dd>{say.tokensValue(tokensIn, tokensOut)}</dd>
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

const Sent = ({ name, text }: { name: string; text: string }) => (
  <section className={styles['sent']} aria-label={name}>
    <h4 className={panel['head']}>{name}</h4>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys */}
    <pre tabIndex={0} role="region" aria-label={name}>
      {text}
    </pre>
  </section>
)
