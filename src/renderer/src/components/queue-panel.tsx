// The queue above the shelf: what is narrated now and next, how long it takes, and what may be changed.
import { Pause, Play } from 'lucide-react'
import { useId, useRef } from 'react'
import { isQueued, type Queue } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import card from '../elements/card.module.css'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import { QueueFoot } from './queue-foot.tsx'
import styles from './queue-panel.module.css'
import { QueueRow } from './queue-row.tsx'

export function QueuePanel() {
  const queue = useStore(useFace().queue)
  // Its own component: what it holds is gone with the last entry.
  return queue.entries.length === 0 ? null : <Panel queue={queue} />
}

function Panel({ queue }: { queue: Queue }) {
  const { queue: deeds } = useFace()
  const title = useId()
  const rows = useRef<HTMLOListElement>(null)
  const { entries, state } = queue
  const toGo = entries.filter(isQueued).length
  const done = entries.filter((entry) => entry.state === 'done')
  /** Whatever has taken its place gets the focus of a row that is gone; a focus on nothing is lost. */
  const left = (index: number) =>
    requestAnimationFrame(() => {
      const links = rows.current?.querySelectorAll('a') ?? []
      const place = links[Math.min(index, links.length - 1)]
      ;(place ?? document.querySelector<HTMLElement>('main input[type=search]'))?.focus()
    })
  return (
    <section className={`${card['section']} ${styles['panel']}`} aria-labelledby={title}>
      <div className={card['head']}>
        <div className={styles['head']}>
          <h2 className={card['title']} id={title}>
            {words.queue.title}
          </h2>
          <p className={styles['sum']}>
            {toGo === 0 ? words.queue.allDone : words.queue.etaAll(toGo, queue.etaSeconds)}
            {state === 'paused' ? <strong>{words.queue.isPaused}</strong> : null}
            {state === 'waiting' ? <span>{words.queue.isWaiting}</span> : null}
          </p>
        </div>
        <div className={styles['deeds']}>
          {done.length === 0 ? null : (
            <Button
              size="small"
              onClick={() =>
                void deeds.remove(done.map(({ projectId }) => projectId)).then(() => left(0))
              }
            >
              {words.queue.clear}
            </Button>
          )}
          {toGo === 0 && state !== 'paused' ? null : (
            <Button
              size="small"
              icon={state === 'paused' ? <Play aria-hidden /> : <Pause aria-hidden />}
              onClick={() => void (state === 'paused' ? deeds.resume() : deeds.pause())}
            >
              {state === 'paused' ? words.queue.resume : words.queue.pause}
            </Button>
          )}
        </div>
      </div>
      <ol ref={rows} className={styles['rows']} aria-label={words.queue.list}>
        {entries.map((entry, index) => (
          <QueueRow
            key={entry.projectId}
            entry={entry}
            index={index}
            count={entries.length}
            onLeft={() => left(index)}
          />
        ))}
      </ol>
      <QueueFoot queue={queue} />
    </section>
  )
}
