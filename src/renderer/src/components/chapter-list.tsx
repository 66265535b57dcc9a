// The book's chapters: what is narrated and exported, why something is left out, how far each is.
import type { ChapterEntry } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useSelected } from '../hooks/use-store.ts'
import { chapterAt } from '../client/chapter-at.ts'
import { words } from '../words.ts'
import { BookRemarks } from './book-remarks.tsx'
import { ChapterItem } from './chapter-item.tsx'
import styles from './chapter-list.module.css'

export function ChapterList() {
  const { connection, news, router } = useFace()
  const { selection } = useBook()
  const { project, progress } = useProject()
  const { chapters } = project
  const here = useSelected(selection, (now) => chapterAt(chapters, now.position)?.id)
  const ticked = chapters.filter((chapter) => chapter.spoken).length
  const tick = async (which: readonly ChapterEntry[], spoken: boolean) => {
    const changed = which.filter((chapter) => chapter.spoken !== spoken)
    if (changed.length === 0) return
    const ticks = changed.map(({ id }) => ({ chapterId: id, spoken }))
    news.settle(await connection.call('chapter.tick', { projectId: project.id, chapters: ticks }))
  }
  const body = chapters.filter((chapter) => chapter.matter === 'body' || chapter.spoken)
  return (
    <nav className={styles['list']} aria-label={words.chapters.title}>
      <div className={styles['head']}>
        <div>
          <h2 className={styles['title']}>{words.chapters.title}</h2>
          <p className={styles['count']}>{words.chapters.ticked(ticked, chapters.length)}</p>
        </div>
        <div className={styles['deeds']}>
          <Button
            look="quiet"
            size="small"
            title={words.review.openHint}
            onClick={() => router.go({ screen: 'review', projectId: project.id })}
          >
            {words.review.open}
          </Button>
          <Button
            look="quiet"
            size="small"
            onClick={() => void (ticked > 0 ? tick(chapters, false) : tick(body, true))}
          >
            {ticked > 0 ? words.chapters.tickNone : words.chapters.tickAll}
          </Button>
        </div>
      </div>
      <ul className={styles['items']}>
        {chapters.map((chapter) => (
          <ChapterItem
            key={chapter.id}
            chapter={chapter}
            progress={progress.get(chapter.id)}
            current={chapter.id === here}
            onTick={(spoken) => void tick([chapter], spoken)}
            onShow={() => selection.choose(chapter.firstPosition)}
          />
        ))}
      </ul>
      <BookRemarks warnings={project.warnings} />
    </nav>
  )
}
