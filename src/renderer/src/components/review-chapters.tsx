// The chapters of a book as they will be narrated: ticked, renamed, joined and moved by keys or pointer.
import { useEffect, useRef, useState } from 'react'
import { focusRow, useChapterDeeds, type ChapterChoice } from '../hooks/use-chapter-deeds.ts'
import { words } from '../words.ts'
import { secondsOf } from './review-length.ts'
import { ReviewChapter } from './review-chapter.tsx'
import styles from './review-chapters.module.css'

export function ReviewChapters(props: ChapterChoice) {
  const { chapters, chosen } = props
  const [renaming, setRenaming] = useState<string | null>(null)
  const deeds = useChapterDeeds(props, setRenaming)
  // The row is there again only once it is drawn.
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (renaming === null && last.current !== null) focusRow(last.current)
    last.current = renaming
  }, [renaming])
  const ticked = chapters.filter(({ spoken }) => spoken)

  return (
    <section className={styles['list']} aria-labelledby="review-chapters">
      <header className={styles['head']}>
        <h2 id="review-chapters" className={styles['title']}>
          {words.review.chaptersTitle}
        </h2>
        <p className={styles['summary']}>
          {words.review.summary(
            ticked.length,
            chapters.length,
            ticked.reduce((sum, chapter) => sum + secondsOf(chapter), 0),
          )}
        </p>
        <p className={styles['hint']} id="review-keys">
          {words.review.chaptersHint}
        </p>
      </header>
      <ul className={styles['items']} aria-describedby="review-keys">
        {chapters.map((chapter, index) => (
          <ReviewChapter
            key={chapter.id}
            chapter={chapter}
            chosen={chapter.id === chosen}
            isFirst={index === 0}
            isLast={index === chapters.length - 1}
            renaming={renaming === chapter.id}
            deeds={deeds}
          />
        ))}
      </ul>
    </section>
  )
}
