// What a person says of a take: Enter or going elsewhere keeps it, Esc leaves it as it was.
import { useRef, useState } from 'react'
import { longest, type SegmentRow, type TakeView } from '../../../contract/index.ts'
import { useTakeDeeds } from '../hooks/use-take-deeds.ts'
import { words } from '../words.ts'
import styles from './take-list.module.css'

export function TakeNote(props: {
  row: SegmentRow
  take: TakeView
  name: string
  onClose: () => void
}) {
  const { row, take } = props
  const deeds = useTakeDeeds()
  const [note, setNote] = useState(take.note)
  const isLeft = useRef(false)
  const leave = (keep: boolean) => {
    if (isLeft.current) return
    isLeft.current = true
    if (keep && note.trim() !== take.note) void deeds.note(row, take.id, note.trim())
    props.onClose()
  }
  return (
    <input
      ref={(input) => input?.focus()}
      className={styles['note']}
      dir="auto"
      aria-label={words.takes.note(props.name)}
      placeholder={words.takes.noteHint}
      maxLength={longest.note}
      value={note}
      onChange={(event) => setNote(event.currentTarget.value)}
      onBlur={() => leave(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        leave(event.key === 'Enter')
      }}
    />
  )
}
