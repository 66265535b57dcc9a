// The text of the chosen chapter, line by line: where another chapter begins, and what is put back.
import { Scissors, Undo } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import type { ChapterEntry } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useChapterRows } from '../hooks/use-chapter-rows.ts'
import { useReviewDeeds } from '../hooks/use-review.ts'
import { leftOutWords, words } from '../words.ts'
import styles from './review-text.module.css'

const lineId = (segmentId: string): string => `line-${segmentId}`

export function ReviewText({ chapter }: { chapter: ChapterEntry | undefined }) {
  const found = useChapterRows(chapter)
  const rows = found ?? []
  const deeds = useReviewDeeds()
  const [chosenId, choose] = useState('')
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosenId),
  )
  const chosen = rows[at]
  const title = chapter?.title || words.chapters.untitled
  const step = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (row === undefined) return
    choose(row.id)
    document.getElementById(lineId(row.id))?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    step(to)
  }
  const rest = (chapter?.segments ?? 0) - rows.length
  return (
    <section className={styles['text']} aria-labelledby="review-text">
      <header className={styles['head']}>
        <h2 id="review-text" className={styles['title']}>
          {words.review.textTitle(title)}
        </h2>
        <div className={styles['deeds']}>
          <Button
            size="small"
            icon={<Scissors aria-hidden />}
            disabled={chosen === undefined || at === 0}
            onClick={() => chosen && deeds.split(chosen.id)}
          >
            {words.review.split}
          </Button>
          {chosen?.leftOut === undefined ? null : (
            <Button
              size="small"
              icon={<Undo aria-hidden />}
              onClick={() => deeds.putBack(chosen.id, false)}
            >
              {words.review.putBack}
            </Button>
          )}
        </div>
      </header>
      {rows.length === 0 ? (
        <p className={styles['none']}>
          {found === null ? words.review.loading : words.review.empty}
        </p>
      ) : (
        <div role="listbox" className={styles['lines']} aria-label={words.review.textTitle(title)}>
          {rows.map((row) => (
            <div
              key={row.id}
              id={lineId(row.id)}
              role="option"
              aria-selected={row.id === chosen?.id}
              className={styles['line']}
              dir="auto"
              data-kind={row.kind}
              data-left-out={row.leftOut === undefined ? undefined : true}
              tabIndex={row.id === chosen?.id ? 0 : -1}
              onKeyDown={onKey}
              onClick={() => choose(row.id)}
            >
              {row.text}
              {row.leftOut === undefined ? null : (
                <span className={styles['reason']}>
                  {words.review.leftOut(leftOutWords[row.leftOut])}
                </span>
              )}
            </div>
          ))}
        </div>
      )}
      {rest > 0 && rows.length > 0 ? (
        <p className={styles['none']}>{words.review.showAll(rest)}</p>
      ) : null}
    </section>
  )
}
