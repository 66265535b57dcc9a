// What a screen of one book is shown in: the book that the route opens, once it is here.
import { BookX } from 'lucide-react'
import type { ReactNode } from 'react'
import { AppBar } from './app-bar.tsx'
import { Button } from '../elements/button.tsx'
import { Message } from '../elements/message.tsx'
import { BookContext, ProjectContext, useBook } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { failureSentence, words } from '../words.ts'

export function OpenedBook({ children }: { children: ReactNode }) {
  const book = useStore(useFace().book)
  return book === null ? null : (
    <BookContext value={book} key={book.projectId}>
      <Opening>{children}</Opening>
    </BookContext>
  )
}

function Opening({ children }: { children: ReactNode }) {
  const { router } = useFace()
  const open = useStore(useBook().project)
  if (open.state === 'loading') return <Message text={words.app.loading} />
  if (open.state === 'ready') return <ProjectContext value={open}>{children}</ProjectContext>
  const [title, text] =
    open.state === 'removed'
      ? [words.studio.removed, words.studio.removedText(open.title || words.library.untitled)]
      : [words.studio.gone, failureSentence(open.failure)]
  return (
    <>
      <AppBar />
      <Message icon={<BookX aria-hidden />} title={title} text={text} isNews>
        <Button look="primary" onClick={() => router.go({ screen: 'library' })}>
          {words.studio.back}
        </Button>
      </Message>
    </>
  )
}
