// A segment's text, and what is spoken for it: by the rules, or as a person has written it.
import { AudioLines } from 'lucide-react'
import { useEffect } from 'react'
import type { SegmentRow } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useKeyHint } from '../hooks/use-key-hint.ts'
import { useSelected, useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './segment-details.module.css'
import { SpokenEditor } from './spoken-editor.tsx'

export function SegmentWords({ row }: { row: SegmentRow }) {
  const { manners, opened } = useBook()
  useStore(manners)
  const isSaying = useSelected(
    opened,
    (now) => now?.what === 'say' && now.segmentId === row.id && row.leftOut === undefined,
  )
  const { isSaidByHand } = manners.of(row)
  const differs = row.spokenText !== undefined
  const close = () => opened.set(null)
  // Another row is looked at: what was open at this one is not open there, nor later here.
  useEffect(
    () => () => opened.update((now) => (now?.segmentId === row.id ? null : now)),
    [opened, row.id],
  )
  return (
    <>
      <section>
        <div className={styles['line']}>
          <h3 className={styles['head']}>{words.takes.words.text}</h3>
          {row.leftOut === undefined && !differs && !isSaying ? (
            <SayButton onClick={() => opened.set({ what: 'say', segmentId: row.id })} />
          ) : null}
        </div>
        <p className={styles['text']} dir="auto">
          {row.text}
        </p>
      </section>
      {differs || isSaying ? (
        <section aria-label={words.takes.words.spoken}>
          <div className={styles['line']}>
            <h3 className={styles['head']}>{words.takes.words.spoken}</h3>
            {isSaying || row.leftOut !== undefined ? null : (
              <SayButton onClick={() => opened.set({ what: 'say', segmentId: row.id })} />
            )}
          </div>
          {isSaying ? (
            <SpokenEditor row={row} isSaidByHand={isSaidByHand} onClose={close} />
          ) : (
            <>
              <p className={styles['text']} dir="auto">
                {row.spokenText}
              </p>
              <p className={styles['note']}>
                {isSaidByHand ? words.takes.words.byHand : words.takes.words.byRules}
              </p>
            </>
          )}
        </section>
      ) : null}
    </>
  )
}

function SayButton({ onClick }: { onClick: () => void }) {
  const hint = useKeyHint('say')
  return (
    <IconButton
      size="small"
      label={words.takes.words.say}
      {...hint}
      icon={<AudioLines />}
      onClick={onClick}
    />
  )
}
