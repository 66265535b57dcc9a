// The chapters of a book as they will be narrated: ticked, renamed, joined and moved by keys or pointer.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ChapterEntry } from '../../../contract/index.ts'
import { useReviewDeeds } from '../hooks/use-review.ts'
import { words } from '../words.ts'
import { secondsOf } from './review-length.ts'
import { ReviewChapter } from './review-chapter.tsx'
import styles from './review-chapters.module.css'

export function ReviewChapters(props: {
  chapters: readonly ChapterEntry[]
  chosen: string
  onChoose: (chapterId: string) => void
}) {
  const { chapters, chosen, onChoose } = props
  const deeds = useReviewDeeds()
  const [renaming, setRenaming] = useState<string | null>(null)
  // The row is there again only once it is drawn.
  const renamed = useRef<string | null>(null)
  useEffect(() => {
    if (renaming !== null || renamed.current === null) return
    document.getElementById(`review-${renamed.current}`)?.focus()
    renamed.current = null
  }, [renaming])
  const ticked = chapters.filter(({ spoken }) => spoken)
  const at = chapters.findIndex(({ id }) => id === chosen)

  const choose = (index: number) => {
    const chapter = chapters[Math.max(0, Math.min(chapters.length - 1, index))]
    if (chapter === undefined) return
    onChoose(chapter.id)
    document.getElementById(`review-${chapter.id}`)?.focus()
  }
  const move = (chapterId: string, by: 1 | -1) => {
    const index = chapters.findIndex(({ id }) => id === chapterId)
    const place = index + by
    if (place < 0 || place >= chapters.length) return
    // Without itself the list is shorter: behind the next one is before the one after that.
    deeds.move(chapterId, chapters[by === 1 ? index + 2 : index - 1]?.id ?? null)
  }
  const onKey = (event: KeyboardEvent) => {
    const chapter = chapters[at]
    if (chapter === undefined || event.ctrlKey || event.metaKey) return
    const deed = {
      ArrowUp: () => (event.altKey ? move(chapter.id, -1) : choose(at - 1)),
      ArrowDown: () => (event.altKey ? move(chapter.id, 1) : choose(at + 1)),
      Home: () => choose(0),
      End: () => choose(chapters.length - 1),
      ' ': () => deeds.tick(chapter.id, !chapter.spoken),
      F2: () => setRenaming(chapter.id),
      j: () => (at < chapters.length - 1 ? deeds.join(chapter.id) : undefined),
    }[event.key]
    if (deed === undefined) return
    event.preventDefault()
    deed()
  }

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
            onChoose={() => onChoose(chapter.id)}
            onKey={onKey}
            onTick={(spoken) => deeds.tick(chapter.id, spoken)}
            onRename={() => setRenaming(chapter.id)}
            onTitle={(title) => {
              setRenaming(null)
              if (title !== null && title.trim() !== chapter.title) deeds.rename(chapter.id, title)
              renamed.current = chapter.id
            }}
            onJoin={() => deeds.join(chapter.id)}
            onMove={(by) => move(chapter.id, by)}
          />
        ))}
      </ul>
    </section>
  )
}
