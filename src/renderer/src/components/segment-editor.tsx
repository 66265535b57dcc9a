// Writes a segment's text. Saving spends nothing; Ctrl+Enter saves and speaks; leaving it otherwise saves too.
import { useState } from 'react'
import type { SegmentRow } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useBook } from '../hooks/use-book.ts'
import type { SegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useWriting } from '../hooks/use-writing.ts'
import { words } from '../words.ts'
import styles from './segment-editor.module.css'
import { TextBox } from './text-box.tsx'

export function SegmentEditor({ row, deeds }: { row: SegmentRow; deeds: SegmentDeeds }) {
  const { selection } = useBook()
  // Rows may move while one is being written: what is written is kept for the row it was begun with.
  const [begun] = useState(row)
  const keep = (speak: boolean) => (text: string, before: string) =>
    deeds.save({ ...begun, text: before }, text, speak)
  const writing = useWriting('text', begun.id, begun.text, keep(false))
  const leave = () => {
    writing.forget()
    selection.leaveEdit()
  }
  const save = async (speak: boolean) => {
    if (await writing.save(keep(speak))) selection.leaveEdit()
  }
  return (
    <div className={styles['editor']}>
      <TextBox
        isInView
        label={words.segments.editorName}
        className={styles['text']}
        value={writing.text}
        onChange={writing.write}
        onSave={(speak) => void save(speak)}
        onLeave={leave}
      />
      <div className={styles['foot']}>
        <p className={styles['hint']}>
          {begun.manner?.isLocked ? words.segments.editorHintLocked : words.segments.editorHint}
        </p>
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
