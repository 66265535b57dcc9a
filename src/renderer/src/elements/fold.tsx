// Something that is folded away until it is asked for.
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './fold.module.css'

export function Fold(props: {
  summary: ReactNode
  /** What it looks like where it stands. */
  className?: string | undefined
  /** With `onToggle`: kept by whoever shows it. */
  open?: boolean
  onToggle?: (open: boolean) => void
  children: ReactNode
}) {
  const { open, onToggle } = props
  return (
    <details
      className={`${styles['fold']} ${props.className ?? ''}`}
      open={open}
      onToggle={({ currentTarget }) => {
        // A search in the page unfolds it as well.
        if (currentTarget.open !== open) onToggle?.(currentTarget.open)
      }}
    >
      <summary
        onClick={(event) => {
          if (onToggle === undefined) return
          // Whoever keeps it may want it to stay as it is.
          event.preventDefault()
          onToggle(open !== true)
        }}
      >
        <ChevronRight aria-hidden />
        {props.summary}
      </summary>
      {props.children}
    </details>
  )
}
