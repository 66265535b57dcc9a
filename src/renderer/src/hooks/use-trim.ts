// What is heard of a take while a person moves its ends: sent once, when they are let go.
import { useRef, useState } from 'react'
import type { Span } from '../state/trim.ts'

export type Trimming = {
  /** As it is being moved, else as it counts. */
  span: Span
  setDraft(span: Span): void
  /** Sends the draft, if there is one. */
  commit(): void
}

export function useTrim(
  { startSeconds, endSeconds }: Span,
  durationSeconds: number,
  set: (span: Span) => void,
): Trimming {
  const [draft, setDraft] = useState<Span | null>(null)
  // A key may be let go before what it did is drawn.
  const now = useRef<Span | null>(null)
  const counts = { startSeconds, endSeconds: Math.min(endSeconds, durationSeconds) }
  return {
    span: draft ?? counts,
    setDraft(span) {
      now.current = span
      setDraft(span)
    },
    commit() {
      const span = now.current
      now.current = null
      setDraft(null)
      const isSame =
        span?.startSeconds === counts.startSeconds && span.endSeconds === counts.endSeconds
      if (span !== null && !isSame) set(span)
    },
  }
}
