// A script as it comes: what stays, and, less plain, what is still being written.
import { useEffect, useLayoutEffect, useRef } from 'react'
import { ScrollSection } from '../elements/scroll-section.tsx'
import { useWriteDraft } from '../hooks/use-write-draft.ts'
import { writeWords } from '../write-words.ts'
import panel from './panel.module.css'
import styles from './write-dialog.module.css'

/** Of a long script its end is shown: so many letters. */
const mostShown = 20_000

export function WritingScript({ jobId }: { jobId: string }) {
  const draft = useWriteDraft(jobId)
  const box = useRef<HTMLElement>(null)
  /** Whoever has scrolled back reads there in peace. */
  const isAtEnd = useRef(true)
  // In the place of the form, whose button had it.
  useEffect(() => box.current?.focus(), [])
  useLayoutEffect(() => {
    const { current } = box
    if (current !== null && isAtEnd.current) current.scrollTop = current.scrollHeight
  }, [draft])
  const { text = '', settled = 0 } = draft ?? {}
  const from = Math.max(0, text.length - mostShown)
  return (
    <div className={styles['script']}>
      <h3 className={panel['head']}>{writeWords.script}</h3>
      <ScrollSection
        ref={box}
        label={writeWords.script}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          isAtEnd.current = scrollTop + clientHeight >= scrollHeight - 24
        }}
      >
        <pre dir="auto">
          {text.slice(from, Math.max(from, settled))}
          <span className={styles['coming']}>{text.slice(Math.max(from, settled))}</span>
        </pre>
      </ScrollSection>
    </div>
  )
}
