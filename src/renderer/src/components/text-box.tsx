// A text that is written in its place: Escape leaves it, Enter saves it, Ctrl+Enter saves it and speaks.
import { type KeyboardEvent, useId } from 'react'
import { longest } from '../../../contract/index.ts'
import { words } from '../words.ts'
import styles from './text-box.module.css'

const focusAtEnd = (preventScroll: boolean) => (element: HTMLTextAreaElement | null) => {
  element?.focus({ preventScroll })
  element?.setSelectionRange(element.value.length, element.value.length)
}
const focused = focusAtEnd(false)
/** Where what is around it has brought it into view already. */
const focusedInView = focusAtEnd(true)

export function TextBox(props: {
  label: string
  value: string
  rows?: number
  className: string | undefined
  /** Nothing scrolls to it when it gets the focus. */
  isInView?: boolean
  onChange: (value: string) => void
  onSave: (speak: boolean) => void
  onLeave: () => void
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') props.onLeave()
    else if (event.key === 'Enter' && !event.shiftKey) props.onSave(event.ctrlKey || event.metaKey)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const tooMany = useId()
  const excess = props.value.length - longest.text
  return (
    <>
      <textarea
        ref={props.isInView === true ? focusedInView : focused}
        className={props.className}
        dir="auto"
        aria-label={props.label}
        rows={props.rows}
        value={props.value}
        aria-invalid={excess > 0 || undefined}
        aria-describedby={excess > 0 ? tooMany : undefined}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {excess > 0 ? (
        <p id={tooMany} className={styles['tooMany']}>
          {words.segments.lettersTooMany(excess)}
        </p>
      ) : null}
    </>
  )
}
