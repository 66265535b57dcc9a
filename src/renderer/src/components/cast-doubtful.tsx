// Quotations whose speakers are doubtful: the first of them, to be looked at in the book.
import type { FoundCast } from '../hooks/use-cast-find.ts'
import { words } from '../words.ts'
import styles from './cast-finder.module.css'

const shown = 20

export function CastDoubtful(props: { found: FoundCast; onGo: (position: number) => void }) {
  const { characters, doubtful } = props.found
  return (
    <ul className={styles['doubtful']}>
      {doubtful
        .slice(0, shown)
        .map(({ segmentId, position, text, character, kind, confidence }) => {
          const who = characters.find(({ id }) => id === character)?.name
          return (
            <li key={`${segmentId} ${text}`}>
              <button
                type="button"
                className={styles['line']}
                aria-label={words.cast.goThere(text)}
                onClick={() => props.onGo(position)}
              >
                <span className={styles['quotation']} dir="auto">
                  {text}
                </span>
                <span className={styles['note']}>
                  {who === undefined
                    ? words.cast.unknownSpeaker
                    : words.cast.doubtfulLine(who, confidence)}
                  {` · ${words.cast.kinds[kind]}`}
                </span>
              </button>
            </li>
          )
        })}
    </ul>
  )
}
