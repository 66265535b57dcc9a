// A chapter of the review: ticked or why not, its title, how long it is, and what can be done with it.
import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { memo, useEffect, useRef, type KeyboardEvent } from 'react'
import type { ChapterEntry } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import menu from '../elements/menu.module.css'
import { words } from '../words.ts'
import { leftOutReason } from './chapter-item.tsx'
import { secondsOf } from './review-length.ts'
import styles from './review-chapter.module.css'

export type ReviewChapterProps = {
  chapter: ChapterEntry
  chosen: boolean
  isFirst: boolean
  isLast: boolean
  renaming: boolean
  onChoose: () => void
  onKey: (event: KeyboardEvent) => void
  onTick: (spoken: boolean) => void
  onRename: () => void
  /** Null: it stays as it was. */
  onTitle: (title: string | null) => void
  onJoin: () => void
  onMove: (by: 1 | -1) => void
}

export const ReviewChapter = memo(function ReviewChapter(props: ReviewChapterProps) {
  const { chapter, chosen } = props
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
        onChange={(event) => props.onTick(event.currentTarget.checked)}
      />
      {props.renaming ? (
        <TitleField title={chapter.title} onTitle={props.onTitle} />
      ) : (
        <button
          type="button"
          id={`review-${chapter.id}`}
          className={styles['show']}
          aria-current={chosen ? 'true' : undefined}
          tabIndex={chosen ? 0 : -1}
          onClick={props.onChoose}
          onDoubleClick={props.onRename}
          onKeyDown={props.onKey}
        >
          <span className={styles['title']}>{title}</span>
          <span className={styles['note']}>
            {chapter.segments === 0
              ? words.review.empty
              : words.review.length(chapter.words, secondsOf(chapter))}
            {chapter.spoken || chapter.segments === 0 ? null : (
              <span className={styles['reason']}>{leftOutReason(chapter)}</span>
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
      defaultValue={props.title}
      maxLength={300}
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
  const deeds: [string, boolean, () => void][] = [
    [words.review.rename, true, props.onRename],
    [words.review.join, !props.isLast, props.onJoin],
    [words.review.moveUp, !props.isFirst, () => props.onMove(-1)],
    [words.review.moveDown, !props.isLast, () => props.onMove(1)],
  ]
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <IconButton
            plain
            size="small"
            tabIndex={props.chosen ? 0 : -1}
            label={words.review.more(props.title)}
            icon={<Ellipsis />}
          />
        }
      />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end">
          <Menu.Popup className={menu['popup']}>
            {deeds.map(([label, isPossible, deed]) => (
              <Menu.Item key={label} className={menu['item']} disabled={!isPossible} onClick={deed}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
