// What a row says: its words, who says them, and what is out of the usual about them.
import type { SegmentRow as Row } from '../../../contract/index.ts'
import { MarkedText } from '../elements/marked-text.tsx'
import { Hidden } from '../elements/hidden.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useSelected } from '../hooks/use-store.ts'
import { draftKey } from '../state/drafts.ts'
import { isSpokenInstead } from '../state/segment-state.ts'
import { deliveryText, leftOutWords, words } from '../words.ts'
import { FallbackMark } from './fallback-mark.tsx'
import { RowManner } from './row-manner.tsx'
import styles from './segment-row.module.css'

export function RowText({ row, expression }: { row: Row | undefined; expression: RegExp | null }) {
  if (row === undefined)
    return (
      <span className={styles['ghost']}>
        <Hidden>{words.segments.loading}</Hidden>
      </span>
    )
  const { status, manner } = row
  return (
    <>
      <span className={styles['words']}>
        <MarkedText text={row.text} expression={expression} />
      </span>
      {row.original === undefined ? null : <Original text={row.original} />}
      {manner === undefined ? null : <RowManner manner={manner} />}
      {manner?.delivery ? (
        <span
          className={styles['delivery']}
          title={`${words.delivery.title}: ${deliveryText(manner.delivery)}`}
        >
          {deliveryText(manner.delivery)}
        </span>
      ) : null}
      {row.leftOut === undefined ? null : (
        <span className={styles['edited']}>{words.review.leftOut(leftOutWords[row.leftOut])}</span>
      )}
      <UnsavedMark segmentId={row.id} />
      {row.edited ? <span className={styles['edited']}>{words.segments.edited}</span> : null}
      {isSpokenInstead(status) ? <FallbackMark voice={status.fallback} /> : null}
    </>
  )
}

/** What it was translated from, beside it. */
function Original({ text }: { text: string }) {
  const { translationOf } = useProject().project
  return (
    <span className={styles['original']} dir="auto" lang={translationOf?.language} title={text}>
      <Hidden>{words.segments.original}: </Hidden>
      <bdi>{text}</bdi>
    </span>
  )
}

/** What was written in it could not be saved: its editor has it still. */
function UnsavedMark({ segmentId }: { segmentId: string }) {
  const { drafts } = useFace()
  const key = draftKey('text', useBook().projectId, segmentId)
  const isUnsaved = useSelected(drafts, (now) => now.has(key))
  return isUnsaved ? <span className={styles['edited']}>{words.segments.unsaved}</span> : null
}
