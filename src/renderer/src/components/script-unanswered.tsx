// What the last asking has left unanswered: the first of it, with its reason, to be looked at in the book.
import type { UnansweredItem } from '../../../contract/index.ts'
import { scriptWords } from '../script-words.ts'
import panel from './panel.module.css'
import styles from './script-panel.module.css'

const { unanswered: say } = scriptWords.script
const mostShown = 50

export function ScriptUnanswered(props: {
  items: readonly UnansweredItem[]
  onShow: (position: number) => void
}) {
  const { items } = props
  return (
    <>
      <p className={panel['note']}>{say.text}</p>
      <ul className={styles['unanswered']} aria-label={say.title(items.length)}>
        {items.slice(0, mostShown).map(({ kind, segmentId, position, text, reason }) => (
          <li key={`${kind} ${segmentId} ${text}`}>
            <button
              type="button"
              className={styles['place']}
              aria-label={say.goTo(say.reasons[reason], text)}
              onClick={() => props.onShow(position)}
            >
              <span className={styles['text']} dir="auto">
                {text}
              </span>
              <span className={panel['note']}>
                {scriptWords.script.kinds[kind]} · {say.reasons[reason]}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {items.length > mostShown ? (
        <p className={panel['note']}>{say.more(items.length - mostShown)}</p>
      ) : null}
    </>
  )
}
