// A book of the queue: its state in words, how far it is, and its place, changed by buttons or keys.
import { ArrowDown, ArrowUp, Play, X } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { QueueEntry } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useFace } from '../hooks/use-face.ts'
import { formatRoute } from '../state/route.ts'
import { failureSentence, words } from '../words.ts'
import styles from './queue-panel.module.css'

/** What a person can do about it is to go on. */
const isStill = ({ state }: QueueEntry): boolean =>
  state === 'held' || state === 'failed' || state === 'stopped'

export function QueueRow(props: {
  entry: QueueEntry
  index: number
  count: number
  /** It is gone: somebody else must have the focus. */
  onLeft: () => void
}) {
  const { entry, index, count } = props
  const { queue, news } = useFace()
  const row = useRef<HTMLLIElement>(null)
  const focused = useRef<HTMLElement | null>(null)
  const { projectId, state } = entry
  const title = entry.title || words.library.untitled
  const move = (places: number) => {
    if (index + places < 0 || index + places >= count) return
    const held = document.activeElement
    focused.current = held instanceof HTMLElement && row.current?.contains(held) ? held : null
    void queue.move(projectId, places)
  }
  // A row that moves in the document loses the focus on its way.
  useLayoutEffect(() => {
    focused.current?.focus()
    focused.current = null
  }, [index])
  const remove = () => {
    news.say(words.queue.removed(title))
    void queue.remove([projectId]).then(props.onLeft)
  }
  const press = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowUp') move(-1)
    else if (event.altKey && event.key === 'ArrowDown') move(1)
    else if (event.key === 'Delete') remove()
    else return
    event.preventDefault()
  }
  return (
    <li ref={row} className={styles['row']} data-state={state}>
      <div className={styles['book']}>
        <a
          className={styles['title']}
          dir="auto"
          href={formatRoute({ screen: 'studio', projectId, play: false })}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
          onKeyDown={press}
        >
          {title}
        </a>
        <p className={styles['state']}>
          <strong>{words.queue.state(state)}</strong>
          <Facts entry={entry} />
        </p>
      </div>
      <ProgressBar
        label={words.queue.progress(title)}
        fraction={entry.segments === 0 ? 0 : 1 - entry.left / entry.segments}
        tone={state === 'done' ? 'done' : isStill(entry) ? 'warn' : 'accent'}
      />
      <p className={styles['eta']}>
        {entry.etaSeconds === null ? '' : words.queue.eta(entry.etaSeconds)}
      </p>
      <div className={styles['deeds']}>
        {isStill(entry) ? (
          <IconButton
            size="small"
            label={words.queue.again(title)}
            icon={<Play />}
            onClick={() => void queue.resume(projectId)}
          />
        ) : null}
        <IconButton
          size="small"
          label={words.queue.up(title)}
          icon={<ArrowUp />}
          aria-disabled={index === 0}
          onClick={() => move(-1)}
          onKeyDown={press}
        />
        <IconButton
          size="small"
          label={words.queue.down(title)}
          icon={<ArrowDown />}
          aria-disabled={index === count - 1}
          onClick={() => move(1)}
          onKeyDown={press}
        />
        <IconButton
          size="small"
          label={words.queue.remove(title)}
          icon={<X />}
          onClick={remove}
          onKeyDown={press}
        />
      </div>
    </li>
  )
}

function Facts({ entry }: { entry: QueueEntry }) {
  const { failure, failed, left, state } = entry
  if (failure) return <span>{failureSentence(failure)}</span>
  return (
    <>
      {left > 0 && state !== 'done' ? <span>{words.queue.segmentsLeft(left)}</span> : null}
      {failed > 0 ? <span>{words.queue.failed(failed)}</span> : null}
    </>
  )
}
