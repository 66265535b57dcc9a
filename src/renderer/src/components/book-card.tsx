// A book of the library: cover, title, author, how far it is narrated, how long and how large it is.
import { Menu } from '@base-ui/react/menu'
import { EllipsisVertical, Flag } from 'lucide-react'
import { memo } from 'react'
import type { ProjectSummary } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { titleOf } from '../hooks/use-shelf-deeds.ts'
import { formatRoute } from '../state/route.ts'
import { narratedPart } from '../state/shelf.ts'
import { words } from '../words.ts'
import styles from './book-card.module.css'
import { bookMenu, menuButtonId, menuLabel, type Point } from './book-menu.tsx'
import { Cover } from './cover.tsx'

/** How far the ticked segments are, in words. */
export function narratedWords(summary: ProjectSummary): string {
  if (summary.segments > 0 && summary.ready >= summary.segments) return words.library.narrated
  if (summary.ready === 0) return words.library.untouched
  // Never “100 %” before the last segment.
  return words.library.narratedPart(Math.min(0.99, summary.ready / summary.segments))
}

export const BookCard = memo(function BookCard(props: {
  book: ProjectSummary
  /** From 1, of so many: only those in view are drawn. */
  place: number
  places: number
  onPoint: (at: Point) => void
  onKey: (book: ProjectSummary, key: string) => boolean
}) {
  const { book } = props
  const title = titleOf(book)
  const author = book.authors.join(', ') || words.library.unknownAuthor
  const address = formatRoute({ screen: 'studio', projectId: book.id, play: false })
  return (
    <li
      className={styles['card']}
      data-book={book.id}
      aria-posinset={props.place}
      aria-setsize={props.places}
    >
      <a
        className={styles['open']}
        href={address}
        aria-label={words.library.open(title)}
        onContextMenu={(event) => {
          event.preventDefault()
          props.onPoint({ x: event.clientX, y: event.clientY })
          bookMenu.open(menuButtonId(book))
        }}
        onKeyDown={(event) => {
          if (props.onKey(book, event.key)) event.preventDefault()
        }}
      >
        <Cover cover={book.cover} title={title} author={author} />
      </a>
      <div className={styles['text']}>
        <h2 className={styles['title']} dir="auto" title={title}>
          {title}
        </h2>
        <p className={styles['author']} dir="auto">
          {author}
        </p>
      </div>
      <div className={styles['state']}>
        <ProgressBar thin label={words.library.progress(title)} fraction={narratedPart(book)} />
        <p className={styles['line']}>
          <span>{narratedWords(book)}</span>
          {book.failed > 0 ? (
            <span className={styles['failed']}>{words.library.failed(book.failed)}</span>
          ) : null}
          {book.flagged > 0 ? (
            <span className={styles['flagged']}>
              <Flag aria-hidden />
              {words.library.flagged(book.flagged)}
            </span>
          ) : null}
        </p>
        <p className={styles['line']}>
          <span>{words.shelf.length(book.seconds, book.wholeSeconds)}</span>
          {book.bytes > 0 ? (
            <span title={words.shelf.sizeTitle}>{words.shelf.size(book.bytes)}</span>
          ) : null}
        </p>
      </div>
      <div className={styles['more']}>
        <Menu.Trigger
          handle={bookMenu}
          payload={book}
          id={menuButtonId(book)}
          render={
            <IconButton
              plain
              size="small"
              look="outline"
              label={menuLabel(book)}
              icon={<EllipsisVertical />}
            />
          }
        />
      </div>
    </li>
  )
})
