// An end of what is heard of a take, or the stretch between both: moved by pointer or arrow keys.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { keyStep, moved, type Span, type TrimPart } from '../state/trim.ts'
import { words } from '../words.ts'
import styles from './take-trim.module.css'

export function TrimHandle(props: {
  part: TrimPart
  label: string
  span: Span
  durationSeconds: number
  /** While it is being moved. */
  onMove: (span: Span) => void
  /** It stays where it is now. */
  onRelease: () => void
}) {
  const { part, label, span, durationSeconds } = props
  /** Where it was taken hold of: seconds of the pointer, and the stretch as it was. */
  const held = useRef<{ at: number; span: Span } | null>(null)
  const { startSeconds, endSeconds } = span
  const value = part === 'end' ? endSeconds : startSeconds
  const secondsAt = ({ currentTarget, clientX }: PointerEvent<HTMLElement>): number => {
    const track = currentTarget.closest('[data-track]')?.getBoundingClientRect()
    return track && track.width > 0 ? ((clientX - track.left) / track.width) * durationSeconds : 0
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keyStep(event.key, event.shiftKey)
    if (step === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    props.onMove(moved(span, part, step, durationSeconds))
  }
  const release = () => {
    held.current = null
    props.onRelease()
  }
  const percent = (seconds: number) => `${(seconds / durationSeconds) * 100}%`
  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles[part === 'both' ? 'middle' : 'end']}
      style={
        part === 'both'
          ? { insetInlineStart: percent(startSeconds), width: percent(endSeconds - startSeconds) }
          : { insetInlineStart: percent(value) }
      }
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={durationSeconds}
      aria-valuenow={value}
      aria-valuetext={
        part === 'both'
          ? `${words.takes.trim.at(startSeconds)} – ${words.takes.trim.at(endSeconds)}`
          : words.takes.trim.at(value)
      }
      onKeyDown={onKeyDown}
      onKeyUp={(event) => keyStep(event.key, false) !== null && release()}
      onBlur={release}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        held.current = { at: secondsAt(event), span }
      }}
      onPointerMove={(event) => {
        const from = held.current
        if (from !== null)
          props.onMove(moved(from.span, part, secondsAt(event) - from.at, durationSeconds))
      }}
      onPointerUp={release}
      onPointerCancel={release}
    />
  )
}
