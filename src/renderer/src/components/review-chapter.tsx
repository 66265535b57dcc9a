// A chapter of the review: ticked or why not, its title, how long it is, and what can be done with it.
import { Ellipsis } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { longest, type ChapterEntry } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { DropMenu, MenuItem } from '../elements/menu.tsx'
import { words } from '../words.ts'
import type { ChapterDeeds } from '../hooks/use-chapter-deeds.ts'
import { whyUnticked } from './chapter-item.tsx'
import { secondsOf } from './review-length.ts'
import styles from './review-chapter.module.css'

export type ReviewChapterProps = {
  chapter: ChapterEntry
  chosen: boolean
  isFirst: boolean
  isLast: boolean
  renaming: boolean
  deeds: ChapterDeeds
}

export const ReviewChapter = memo(function ReviewChapter(props: ReviewChapterProps) {
  const { chapter, chosen, deeds } = props
  const title = chapter.title || words.chapters.untitled
  return (
    <li
      className={styles['item']}
      data-chosen={chosen || undefined}
      data-unspoken={!chapter.spoken || undefined}
      style={{ paddingInlineStart: `${(chapter.level - 1) * 16 + 8}px` }}
    >
      <input
        type="checkbox"
        className={styles['tick']}
        checked={chapter.spoken}
        disabled={chapter.segments === 0}
        aria-label={words.chapters.tick(title)}
        onChange={(event) => deeds.tick(chapter.id, event.currentTarget.checked)}
      />
      {props.renaming ? (
        <TitleField title={chapter.title} onTitle={(written) => deeds.setTitle(chapter, written)} />
      ) : (
        <button
          type="button"
          id={`review-${chapter.id}`}
          className={styles['show']}
          aria-current={chosen ? 'true' : undefined}
          tabIndex={chosen ? 0 : -1}
          onClick={() => deeds.choose(chapter.id)}
          onDoubleClick={() => deeds.rename(chapter.id)}
          onKeyDown={deeds.onKey}
        >
          <span className={styles['title']} dir="auto">
            {title}
          </span>
          <span className={styles['note']}>
            {chapter.segments === 0
              ? words.review.empty
              : words.review.length(chapter.words, secondsOf(chapter))}
            {chapter.spoken || chapter.segments === 0 ? null : (
              <span className={styles['reason']}>{whyUnticked(chapter)}</span>
            )}
          </span>
        </button>
      )}
      <Deeds {...props} title={title} />
    </li>
  )
})

function TitleField(props: { title: string; onTitle: (title: string | null) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const settled = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const settle = (title: string | null) => {
    if (settled.current) return
    settled.current = true
    props.onTitle(title)
  }
  return (
    <input
      ref={field}
      className={styles['field']}
      dir="auto"
      defaultValue={props.title}
      maxLength={longest.title}
      aria-label={words.review.renameTo}
      onBlur={(event) => settle(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(event.currentTarget.value)
        if (event.key === 'Escape') settle(null)
      }}
    />
  )
}

function Deeds(props: ReviewChapterProps & { title: string }) {
  const { deeds } = props
  const { id } = props.chapter
  const items: [string, boolean, () => void][] = [
    [words.review.rename, true, () => deeds.rename(id)],
    [words.review.join, !props.isLast, () => deeds.join(id)],
    [words.review.moveUp, !props.isFirst, () => deeds.move(id, -1)],
    [words.review.moveDown, !props.isLast, () => deeds.move(id, 1)],
  ]
  return (
    <DropMenu
      sideOffset={4}
      trigger={
        <IconButton
          plain
          size="small"
          tabIndex={props.chosen ? 0 : -1}
          label={words.review.more(props.title)}
          icon={<Ellipsis />}
        />
      }
    >
      {items.map(([label, isPossible, deed]) => (
        <MenuItem key={label} disabled={!isPossible} onClick={deed}>
          {label}
        </MenuItem>
      ))}
    </DropMenu>
  )
}
