// What would be sent to a model, to the letter: folded away until it is asked for.
import { Fold } from '../elements/fold.tsx'
import { scriptWords } from '../script-words.ts'
import panel from './panel.module.css'
import styles from './script-panel.module.css'

const { ask: say } = scriptWords.script

export const SentSample = (props: {
  /** Null: nothing would be. */
  sample: { system: string; user: string } | null
  text: string
  /** What the second half is called: what it is about. */
  user: string
}) => (
  <Fold summary={say.sent}>
    {props.sample === null ? (
      <p className={panel['note']}>{say.sentNone}</p>
    ) : (
      <div className={styles['group']}>
        <p className={panel['note']}>{props.text}</p>
        <Sent name={say.system} text={props.sample.system} />
        <Sent name={props.user} text={props.sample.user} />
      </div>
    )}
  </Fold>
)

const Sent = ({ name, text }: { name: string; text: string }) => (
  <section className={styles['sent']} aria-label={name}>
    <h4 className={panel['head']}>{name}</h4>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys */}
    <pre tabIndex={0} role="region" aria-label={name}>
      {text}
    </pre>
  </section>
)
