// What the rules made of the chosen row: its text and what is spoken, and each word that is said otherwise.
import { useMemo, useSyncExternalStore } from 'react'
import { selectedText } from '../client/selected-text.ts'
import { Button } from '../elements/button.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useSelected } from '../hooks/use-store.ts'
import { likelyWord } from '../state/entry-draft.ts'
import { bareWord, spokenChanges } from '../state/spoken-changes.ts'
import { words } from '../words.ts'
import styles from './dictionary-panel.module.css'
import panel from './panel.module.css'

export function SpokenRow({ onWrite }: { onWrite: (word: string) => void }) {
  const { segments, selection } = useBook()
  const position = useSelected(selection, (now) => now.position)
  const row = useSyncExternalStore(segments.subscribe, () => segments.row(position))
  const { text = '', spokenText, manner } = row ?? {}
  const stretches = useMemo(() => spokenChanges(text, spokenText ?? text), [text, spokenText])
  const changes = stretches.filter(({ isSame }) => !isSame)
  const word = likelyWord(text)
  const isByHand = manner?.isSaidByHand === true
  return (
    <section className={styles['chosen']} aria-labelledby="dictionary-chosen">
      <h3 className={panel['head']} id="dictionary-chosen">
        {words.dictionary.chosen}
      </h3>
      {row === undefined ? (
        <p className={panel['note']}>{words.dictionary.chosenNone}</p>
      ) : (
        <p className={styles['text']} dir="auto" data-book-text>
          {stretches.map(({ shown, isSame }, index) =>
            // oxlint-disable-next-line react/no-array-index-key -- stretches have no other name
            isSame ? shown : <mark key={index}>{shown}</mark>,
          )}
        </p>
      )}
      {row === undefined ? null : isByHand ? (
        <p className={panel['note']}>{words.dictionary.chosenByHand}</p>
      ) : changes.length === 0 ? (
        <p className={panel['note']}>{words.dictionary.chosenSame}</p>
      ) : (
        <>
          <p className={panel['head']}>{words.dictionary.spoken}</p>
          <p className={styles['text']} dir="auto">
            {stretches.map(({ said, isSame }, index) =>
              // oxlint-disable-next-line react/no-array-index-key -- stretches have no other name
              isSame ? said : <mark key={index}>{said}</mark>,
            )}
          </p>
          <ul className={styles['changes']} aria-label={words.dictionary.changed}>
            {changes.map(({ shown, said }) => (
              <li key={`${shown} ${said}`} className={styles['change']}>
                <span>
                  {words.dictionary.becomes(
                    bareWord(shown) || words.dictionary.silent,
                    bareWord(said) || words.dictionary.silent,
                  )}
                </span>
                {bareWord(shown) === '' ? null : (
                  <Button
                    size="small"
                    aria-label={words.dictionary.otherwiseOf(bareWord(shown))}
                    onClick={() => onWrite(bareWord(shown))}
                  >
                    {words.dictionary.otherwise}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {word === '' ? null : (
        <Button size="small" onClick={() => onWrite(selectedText() || word)}>
          {words.dictionary.addWord(word)}
        </Button>
      )}
    </section>
  )
}
