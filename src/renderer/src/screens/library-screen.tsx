// The library: every book with its state, and the ways to add, find and keep them in order.
import { TriangleAlert } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { ProjectSummary } from '../../../contract/index.ts'
import { AddBookButton } from '../components/add-book-button.tsx'
import { AppBar } from '../components/app-bar.tsx'
import { BookGrid } from '../components/book-grid.tsx'
import { FirstSteps } from '../components/first-steps.tsx'
import { ImportList } from '../components/import-list.tsx'
import { QueueCost } from '../components/queue-cost.tsx'
import { QueuePanel } from '../components/queue-panel.tsx'
import { SaveList } from '../components/save-list.tsx'
import { ShelfBar } from '../components/shelf-bar.tsx'
import { ShelfEmpty } from '../components/shelf-empty.tsx'
import { WriteButton } from '../components/write-button.tsx'
import { Message } from '../elements/message.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useDeeds } from '../hooks/use-deeds.ts'
import { useStore } from '../hooks/use-store.ts'
import { shownBooks } from '../state/shelf.ts'
import { failureSentence, words } from '../words.ts'
import styles from './library-screen.module.css'

export function LibraryScreen() {
  const { library: mirror, takeBacks } = useFace()
  const library = useStore(mirror)
  const main = useRef<HTMLElement>(null)
  useEffect(() => void (document.title = words.app.name), [])
  useDeeds({
    undo: takeBacks.last,
    find: () => main.current?.querySelector<HTMLElement>('input[type=search]')?.focus(),
  })
  if (library.state === 'loading') return <Message text={words.app.loading} />
  if (library.failure !== null)
    return (
      <Message
        icon={<TriangleAlert aria-hidden />}
        title={words.library.unreadable}
        text={failureSentence(library.failure)}
      />
    )
  const empty = library.projects.length === 0
  return (
    <>
      <AppBar>
        {empty ? null : (
          <>
            <AddBookButton />
            <WriteButton isSmall />
          </>
        )}
      </AppBar>
      <main ref={main} className={styles['main']}>
        <ImportList />
        <SaveList />
        {empty ? <FirstSteps /> : <Books all={library.projects} scroller={main} />}
      </main>
    </>
  )
}

function Books(props: { all: readonly ProjectSummary[]; scroller: RefObject<HTMLElement | null> }) {
  const { all, scroller } = props
  const view = useStore(useFace().shelf)
  const shown = useMemo(() => shownBooks(all, view), [all, view])
  return (
    <>
      <div className={styles['above']}>
        <QueuePanel />
        <ShelfBar shown={shown} />
      </div>
      <QueueCost />
      {shown.books.length === 0 ? (
        <ShelfEmpty shown={shown} />
      ) : (
        <BookGrid books={shown.books} scroller={scroller} />
      )}
    </>
  )
}
