// The lines of the log, the newest at the end, where it follows what comes.
import { ArrowDownToLine } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import type { LogEntry } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { ScrollSection } from '../elements/scroll-section.tsx'
import type { LogView } from '../hooks/use-log.ts'
import { words } from '../words.ts'
import styles from './log-list.module.css'

/** So near to the end one is at the end: a line, as zoomed pages round it. */
const endPixels = 24

export function LogList({ log }: { log: LogView }) {
  const say = words.performance.log
  const frame = useRef<HTMLElement>(null)
  /** What was below the upper edge: it stays where it is when lines are put in front. */
  const below = useRef(0)
  const { lines, isFollowed } = log
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return
    if (isFollowed) current.scrollTop = current.scrollHeight
    else current.scrollTop = Math.max(0, current.scrollHeight - below.current)
    below.current = current.scrollHeight - current.scrollTop
  }, [lines, isFollowed])
  const onScroll = () => {
    const { current } = frame
    if (!current) return
    below.current = current.scrollHeight - current.scrollTop
    const isAtEnd = below.current - current.clientHeight < endPixels
    if (isAtEnd !== isFollowed) log.follow(isAtEnd)
  }
  const isEmpty = log.isRead && lines.entries.length === 0
  return (
    <div className={styles['place']}>
      <ScrollSection ref={frame} className={styles['frame']} label={say.title} onScroll={onScroll}>
        {log.hasEarlier ? (
          <Button size="small" look="quiet" onClick={() => void log.showEarlier()}>
            {say.earlier}
          </Button>
        ) : null}
        {isEmpty ? (
          <p className={styles['empty']}>
            {log.text === '' && log.level === 'debug' ? say.empty : say.nothingFound}
          </p>
        ) : (
          <ol className={styles['lines']}>
            {lines.entries.map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </ScrollSection>
      {isFollowed ? null : (
        <div className={styles['end']}>
          <Button
            size="small"
            icon={<ArrowDownToLine aria-hidden />}
            onClick={() => log.follow(true)}
          >
            {say.toEnd}
          </Button>
        </div>
      )}
    </div>
  )
}

function Line({ entry }: { entry: LogEntry }) {
  const { at, level, message, fields } = entry
  return (
    <li className={styles['line']} data-level={level}>
      <time dateTime={new Date(at).toISOString()}>{words.moment(at)}</time>
      <span className={styles['level']}>{words.performance.log.marks[level]}</span>
      <span className={styles['said']}>
        {message}
        {fields === '' ? null : <span className={styles['fields']}> {fields}</span>}
      </span>
    </li>
  )
}
