// Replaces what was found: here, or everywhere, with a count of what will change.
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import type { RowTarget } from '../../../contract/index.ts'
import { undoOfNext } from '../state/undo-of-next.ts'
import { words } from '../words.ts'
import styles from './find-bar.module.css'

/** `onNext` goes to the next place once one was replaced. */
export function ReplaceBar({ onNext }: { onNext: () => void }) {
  const { connection, news } = useFace()
  const { finder, project, projectId, segments, selection } = useBook()
  const { matches } = useStore(finder.found)
  const [by, setBy] = useState('')
  const query = finder.query()
  const replace = async (target: RowTarget) => {
    if (query === null) return
    const args = { projectId, query, by, target }
    const takeBack = undoOfNext(project)
    const done = news.settle(await connection.call('segment.replace', args))
    if (done === null) return
    news.tell(words.desk.replaced(done.matches, done.segments), {
      label: words.studio.undo,
      act: () => void takeBack(connection, projectId).then(news.settle),
    })
  }
  const replaceHere = async () => {
    const row = await segments.load(selection.get().position)
    if (row === null) return
    await replace({ kind: 'segments', segmentIds: [row.id] })
    onNext()
  }
  return (
    <div className={styles['line']}>
      <input
        className={styles['field']}
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
