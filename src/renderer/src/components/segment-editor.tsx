// Writes a segment's text. Saving spends nothing; Ctrl+Enter saves and speaks.
import { useState, type KeyboardEvent } from 'react'
import type { SegmentRow } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useBook } from '../hooks/use-book.ts'
import type { SegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { words } from '../words.ts'
import styles from './segment-editor.module.css'

const longest = 20_000

const focusAtEnd = (element: HTMLTextAreaElement | null) => {
  element?.focus({ preventScroll: true })
  element?.setSelectionRange(element.value.length, element.value.length)
}

export function SegmentEditor({ row, deeds }: { row: SegmentRow; deeds: SegmentDeeds }) {
  const { selection } = useBook()
  // Rows may move while one is being written: what is written is kept for the row it was begun with.
  const [begun] = useState(row)
  const [text, setText] = useState(begun.text)
  const leave = selection.leaveEdit
  const save = async (speak: boolean) => {
    if (await deeds.save(begun, text, speak)) leave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && !event.shiftKey) void save(event.ctrlKey || event.metaKey)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['editor']}>
      <textarea
        ref={focusAtEnd}
        className={styles['text']}
        aria-label={words.segments.editorName}
        value={text}
        maxLength={longest}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles['foot']}>
        <p className={styles['hint']}>{words.segments.editorHint}</p>
        <Button size="small" look="quiet" onClick={leave}>
          {words.app.cancel}
        </Button>
        <Button size="small" onClick={() => void save(false)}>
          {words.segments.save}
        </Button>
        <Button size="small" look="primary" onClick={() => void save(true)}>
          {words.segments.saveAndSpeak}
        </Button>
      </div>
    </div>
  )
}
