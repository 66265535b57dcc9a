// How many segments an entry changes, and the first of them.
import { useBook } from '../hooks/use-book.ts'
import type { Affected } from '../hooks/use-entry-affects.ts'
import { useFace } from '../hooks/use-face.ts'
import { goTo } from '../state/go-to.ts'
import { words } from '../words.ts'
import styles from './dictionary-panel.module.css'

/** `affected`: null while it is counted. */
export function EntryAffects({ affected }: { affected: Affected | null }) {
  const { news } = useFace()
  const book = useBook()
  return (
    <div className={styles['affects']}>
      <p aria-live="polite">
        {affected === null
          ? words.dictionary.counting
          : words.dictionary.affects(affected.segments)}
      </p>
      {affected === null || affected.lines.length === 0 ? null : (
        <ul aria-label={words.dictionary.affectsLines}>
          {affected.lines.slice(0, 4).map(({ segmentId, position, text }) => (
            <li key={segmentId}>
              <button
                type="button"
                className={styles['line']}
                dir="auto"
                aria-label={words.dictionary.goThere(text)}
                title={text}
                onClick={() => void goTo(book, news, { kind: 'position', position })}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
