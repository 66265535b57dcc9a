// A chapter of the list.
import { CircleCheck, Flag } from 'lucide-react'
import { memo } from 'react'
import type { ChapterEntry, ChapterProgress } from '../../../contract/index.ts'
import { Hidden } from '../elements/hidden.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { speakable } from '../state/project.ts'
import { matterReasons, words } from '../words.ts'
import styles from './chapter-item.module.css'

/** Why a chapter is not narrated: the reader's reason, or the person's wish. */
export function whyUnticked(chapter: ChapterEntry): string {
  const reason = matterReasons[chapter.matter]
  return reason === '' ? words.chapters.leftOutByYou : words.chapters.leftOut(reason)
}

export const ChapterItem = memo(function ChapterItem(props: {
  chapter: ChapterEntry
  progress: ChapterProgress | undefined
  current: boolean
  onTick: (spoken: boolean) => void
  onShow: () => void
}) {
  const { chapter, progress } = props
  const title = chapter.title || words.chapters.untitled
  const ready = progress?.ready ?? 0
  const total = speakable(chapter, progress)
  const complete = total > 0 && ready >= total
  return (
    <li
      className={styles['item']}
      data-current={props.current || undefined}
      style={{ paddingInlineStart: `${(chapter.level - 1) * 14}px` }}
    >
      <input
        type="checkbox"
        className={styles['tick']}
        checked={chapter.spoken}
        aria-label={words.chapters.tick(title)}
        onChange={(event) => props.onTick(event.currentTarget.checked)}
      />
      <button
        type="button"
        className={styles['show']}
        aria-current={props.current ? 'true' : undefined}
        onClick={props.onShow}
      >
        <span className={styles['title']} dir="auto" title={title}>
          {title}
        </span>
        {chapter.spoken ? (
          <State {...{ ready, progress, total, complete, gainDb: chapter.gainDb ?? 0 }} />
        ) : (
          <span className={styles['note']}>{whyUnticked(chapter)}</span>
        )}
      </button>
      {chapter.spoken && ready > 0 && !complete ? (
        <div className={styles['bar']}>
          <ProgressBar thin label={words.chapters.progress(title)} fraction={ready / total} />
        </div>
      ) : null}
    </li>
  )
})

function State(props: {
  total: number
  progress: ChapterProgress | undefined
  ready: number
  complete: boolean
  gainDb: number
}) {
  const { progress } = props
  return (
    <span className={styles['note']}>
      {props.complete ? (
        <>
          <CircleCheck aria-hidden className={styles['complete']} />
          <Hidden>{words.chapters.complete}</Hidden>
          {words.clock(progress?.readySeconds ?? 0)}
        </>
      ) : (
        words.chapters.ready(props.ready, props.total)
      )}
      {props.gainDb === 0 ? null : <span>{words.chapters.gain(props.gainDb)}</span>}
      {progress !== undefined && progress.failed > 0 ? (
        <span className={styles['failed']}>{words.chapters.failed(progress.failed)}</span>
      ) : null}
      {progress !== undefined && progress.flagged > 0 ? (
        <span className={styles['flagged']}>
          <Flag aria-hidden />
          {words.chapters.flagged(progress.flagged)}
        </span>
      ) : null}
      {progress !== undefined && progress.stale > 0 ? (
        <span className={styles['stale']}>{words.chapters.stale(progress.stale)}</span>
      ) : null}
    </span>
  )
}
