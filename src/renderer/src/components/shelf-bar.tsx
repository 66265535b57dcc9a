// The head of the library: how many books, which, in which order, and the search.
import { useId } from 'react'
import { ListPlus } from 'lucide-react'
import { isQueued } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { SearchField } from '../elements/search-field.tsx'
import { Segmented } from '../elements/segmented.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { type ShelfOrder, shelfOrders, type ShownBooks } from '../state/shelf.ts'
import { words } from '../words.ts'
import styles from './shelf-bar.module.css'

export function ShelfBar({ shown }: { shown: ShownBooks }) {
  const { shelf } = useFace()
  const view = useStore(shelf)
  const order = useId()
  const { books, all, archived } = shown
  return (
    <div className={styles['bar']}>
      <div className={styles['head']}>
        <h1 className={styles['title']}>
          {view.archived ? words.shelf.archived : words.library.title}
        </h1>
        <p className={styles['count']} aria-live="polite">
          {words.shelf.found(books.length, all)}
        </p>
      </div>
      <div className={styles['tools']}>
        <QueueAll shown={shown} />
        <div className={styles['search']}>
          <SearchField
            label={words.shelf.search}
            hint={words.shelf.searchHint}
            value={view.search}
            onChange={(search) => shelf.update((before) => ({ ...before, search }))}
          />
        </div>
        <label className={styles['order']} htmlFor={order}>
          {words.shelf.order}
        </label>
        <select
          id={order}
          className={styles['select']}
          value={view.order}
          onChange={(event) => {
            const chosen = shelfOrders.find((known) => known === event.currentTarget.value)
            if (chosen) shelf.update((before) => ({ ...before, order: chosen }))
          }}
        >
          {shelfOrders.map((known: ShelfOrder) => (
            <option key={known} value={known}>
              {words.shelf.orders[known]}
            </option>
          ))}
        </select>
        <div className={styles['which']}>
          <Segmented
            label={words.shelf.which}
            value={view.archived ? 'archived' : 'shelf'}
            choices={[
              { value: 'shelf', label: words.shelf.shelf },
              { value: 'archived', label: words.shelf.archivedCount(archived) },
            ]}
            onChange={(which) =>
              shelf.update((before) => ({ ...before, archived: which === 'archived' }))
            }
          />
        </div>
      </div>
    </div>
  )
}

/** Of those that are shown, the ones that are not narrated yet and not queued. */
function QueueAll({ shown }: { shown: ShownBooks }) {
  const { queue } = useFace()
  const { entries } = useStore(queue)
  const queued = new Set(entries.filter(isQueued).map(({ projectId }) => projectId))
  const wanted = shown.books.filter(
    ({ id, archived, ready, segments }) => !archived && ready < segments && !queued.has(id),
  )
  if (wanted.length === 0) return null
  return (
    <Button size="medium" icon={<ListPlus aria-hidden />} onClick={() => void queue.add(wanted)}>
      {words.queue.addAll(wanted.length)}
    </Button>
  )
}
