// A book of the library: cover, title, author, how far it is narrated.
import { Flag, Trash2 } from 'lucide-react'
import type { ProjectSummary } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { formatRoute } from '../state/route.ts'
import { words } from '../words.ts'
import styles from './book-card.module.css'
import { Cover } from './cover.tsx'

/** How far the ticked segments are, in words. */
export function narratedWords(summary: ProjectSummary): string {
  if (summary.segments > 0 && summary.ready >= summary.segments) return words.library.narrated
  if (summary.ready === 0) return words.library.untouched
  // Never “100 %” before the last segment.
  return words.library.narratedPart(Math.min(0.99, summary.ready / summary.segments))
}

export function BookCard(props: {
  book: ProjectSummary
  onRemove: (book: ProjectSummary) => void
}) {
  const { book } = props
  const title = book.title || words.library.untitled
  const author = book.authors.join(', ') || words.library.unknownAuthor
  const address = formatRoute({ screen: 'studio', projectId: book.id, play: false })
  return (
    <li className={styles['card']}>
      <a className={styles['open']} href={address} aria-label={words.library.open(title)}>
        <Cover cover={book.cover} title={title} author={author} />
      </a>
      <div className={styles['text']}>
        <h2 className={styles['title']} title={title}>
          {title}
        </h2>
        <p className={styles['author']}>{author}</p>
      </div>
      <div className={styles['state']}>
        <ProgressBar
          thin
          label={words.library.progress(title)}
          fraction={book.segments === 0 ? 0 : book.ready / book.segments}
        />
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
      </div>
      <div className={styles['remove']}>
        <IconButton
          size="small"
          look="outline"
          label={words.library.remove(title)}
          icon={<Trash2 />}
          onClick={() => props.onRemove(book)}
        />
      </div>
    </li>
  )
}
