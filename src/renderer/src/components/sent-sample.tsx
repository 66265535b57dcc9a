// What would be sent to a model, to the letter: folded away until it is asked for.
import { Fold } from '../elements/fold.tsx'
import { ScrollSection } from '../elements/scroll-section.tsx'
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
  <div className={styles['sent']}>
    <h4 className={panel['head']}>{name}</h4>
    <ScrollSection label={name}>
      <pre>{text}</pre>
    </ScrollSection>
  </div>
)
