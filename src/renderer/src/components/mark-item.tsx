// A marked or flagged segment: its reason, its words, and what can be done.
import { Bookmark, BookmarkCheck, Check, Flag, Pencil } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { longest } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import type { MarkDeeds } from '../hooks/use-mark-deeds.ts'
import type { Mark } from '../state/marks.ts'
import { flagSentence, words } from '../words.ts'
import styles from './marks-panel.module.css'

export function MarkItem(props: {
  mark: Mark
  chapter: string
  deeds: MarkDeeds
  onGo: () => void
}) {
  const { mark, chapter, deeds } = props
  const { line, flags } = mark
  const [writing, setWriting] = useState(false)
  const go = useRef<HTMLButtonElement>(null)
  const isMarked = mark.mark !== null
  const reason = [
    ...(isMarked ? [mark.mark || words.marks.plain] : []),
    ...flags.map(flagSentence),
  ].join(' ')
  const leave = () => {
    setWriting(false)
    go.current?.focus()
  }
  return (
    <div className={styles['item']}>
      <button
        ref={go}
        type="button"
        className={styles['go']}
        aria-label={words.marks.goTo(reason, line.text)}
        title={reason}
        onClick={props.onGo}
      >
        <span className={styles['reason']} data-flag={!isMarked || undefined}>
          {isMarked ? <Bookmark aria-hidden /> : <Flag aria-hidden />}
          <span className={styles['reasonText']}>{reason}</span>
        </span>
        <span className={styles['text']} dir="auto">
          {line.text}
        </span>
        <span className={styles['chapter']}>{chapter}</span>
      </button>
      {writing ? (
        <NoteField
          note={mark.mark ?? ''}
          onKeep={(note) => {
            leave()
            void deeds.note(mark, note)
          }}
          onLeave={leave}
        />
      ) : (
        <span className={styles['deeds']}>
          {isMarked ? (
            <>
              <IconButton
                plain
                size="small"
                label={words.marks.editNote}
                icon={<Pencil />}
                onClick={() => setWriting(true)}
              />
              <IconButton
                plain
                size="small"
                label={words.marks.done}
                icon={<BookmarkCheck />}
                onClick={() => void deeds.unmark(mark)}
              />
            </>
          ) : null}
          {flags.length === 0 ? null : (
            <IconButton
              plain
              size="small"
              label={words.marks.accept}
              icon={<Check />}
              onClick={() => void deeds.accept(mark)}
            />
          )}
        </span>
      )}
    </div>
  )
}

function NoteField(props: { note: string; onKeep: (note: string) => void; onLeave: () => void }) {
  const [written, setWritten] = useState(props.note)
  const field = useRef<HTMLInputElement>(null)
  /** Leaving by key takes the focus away too: it counts once. */
  const isOver = useRef(false)
  useEffect(() => field.current?.focus(), [])
  const end = (isKept: boolean) => {
    if (isOver.current) return
    isOver.current = true
    if (isKept && written.trim() !== props.note) props.onKeep(written.trim())
    else props.onLeave()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.stopPropagation()
    event.preventDefault()
    end(event.key === 'Enter')
  }
  return (
    <input
      ref={field}
      className={styles['note-field']}
      dir="auto"
      value={written}
      maxLength={longest.note}
      aria-label={words.marks.noteOf}
      placeholder={words.marks.noteHint}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={() => end(true)}
    />
  )
}
