// The library: every book with its state, and the ways to add one.
import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ProjectSummary } from '../../../contract/index.ts'
import { AddBookButton } from '../components/add-book-button.tsx'
import { AppBar } from '../components/app-bar.tsx'
import { BookCard } from '../components/book-card.tsx'
import { FirstSteps } from '../components/first-steps.tsx'
import { ImportList } from '../components/import-list.tsx'
import { Confirm } from '../elements/confirm.tsx'
import { Message } from '../elements/message.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { failureSentence, words } from '../words.ts'
import styles from './library-screen.module.css'

export function LibraryScreen() {
  const library = useStore(useFace().library)
  useEffect(() => void (document.title = words.app.name), [])
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
      <AppBar>{empty ? null : <AddBookButton />}</AppBar>
      <main className={styles['main']}>
        <ImportList />
        {empty ? <FirstSteps /> : <Books books={library.projects} />}
      </main>
    </>
  )
}

function Books({ books }: { books: readonly ProjectSummary[] }) {
  const { connection, news } = useFace()
  const [leaving, setLeaving] = useState<ProjectSummary | null>(null)
  const [asking, setAsking] = useState(false)
  const remove = async (book: ProjectSummary) => {
    const done = news.settle(await connection.call('project.remove', { projectId: book.id }))
    if (done !== null) news.tell(words.library.removed(book.title))
  }
  return (
    <>
      <div className={styles['head']}>
        <h1 className={styles['title']}>{words.library.title}</h1>
        <p className={styles['count']}>{words.library.books(books.length)}</p>
      </div>
      <ul className={styles['grid']}>
        {books.map((book) => (
          <BookCard
            key={book.id}
            book={book}
            onRemove={(chosen) => {
              setLeaving(chosen)
              setAsking(true)
            }}
          />
        ))}
      </ul>
      <Confirm
        open={asking}
        title={words.library.removeTitle(leaving?.title ?? '')}
        text={words.library.removeText}
        yes={words.library.removeConfirm}
        no={words.library.removeKeep}
        onYes={() => (leaving === null ? undefined : void remove(leaving))}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
