// Replaces what was found: here, or everywhere, with a count of what will change.
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useStore } from '../hooks/use-store.ts'
import type { RowTarget } from '../../../contract/index.ts'
import { chosenDeeds, oneRow } from '../state/deed-target.ts'
import { words } from '../words.ts'
import styles from './find-bar.module.css'

/** `onNext` goes to the next place once one was replaced. */
export function ReplaceBar({ onNext }: { onNext: () => void }) {
  const { connection, news } = useFace()
  const book = useBook()
  const { finder, projectId } = book
  const { takeBack } = useSegmentDeeds()
  const { matches } = useStore(finder.found)
  const [by, setBy] = useState('')
  const query = finder.query()
  const replace = async (target: RowTarget) => {
    if (query === null) return
    const args = { projectId, query, by, target }
    const done = news.settle(await connection.call('segment.replace', args))
    if (done === null) return
    const undo = { label: words.studio.undo, act: () => takeBack(done.revision) }
    // Where nothing was replaced, the change before it has led to this revision.
    const offer = done.matches > 0 ? undo : undefined
    news.tell(words.desk.replaced(done.matches, done.segments), offer)
  }
  const replaceHere = () =>
    chosenDeeds(book, news).withChosen(async ({ row }) => {
      await replace(oneRow(row.id))
      onNext()
    })
  return (
    <div className={styles['line']}>
      <input
        className={styles['field']}
        dir="auto"
        aria-label={words.desk.replaceBy}
        placeholder={words.desk.replaceBy}
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <Button
        size="small"
        disabled={query === null || matches === 0}
        onClick={() => void replaceHere()}
      >
        {words.desk.replaceOne}
      </Button>
      <Button
        size="small"
        disabled={query === null || matches === 0}
        onClick={() => void replace(finder.target())}
      >
        {words.desk.replaceAll(matches)}
      </Button>
    </div>
  )
}
