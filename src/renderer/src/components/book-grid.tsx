// The books of the library as cards in rows: only those in view are drawn, however many there are.
import { type RefObject, useCallback, useRef, useState } from 'react'
import type { ProjectSummary } from '../../../contract/index.ts'
import { useGridRows } from '../hooks/use-grid-rows.ts'
import { useShelfDeeds } from '../hooks/use-shelf-deeds.ts'
import { BookCard } from './book-card.tsx'
import styles from './book-grid.module.css'
import { BookMenu, type Point } from './book-menu.tsx'
import { DescribeDialog } from './describe-dialog.tsx'

/** In rem; the styles have them too. */
const card = { leastWidth: 13, height: 24, gap: 1.5 }

export function BookGrid(props: {
  books: readonly ProjectSummary[]
  scroller: RefObject<HTMLElement | null>
}) {
  const { books, scroller } = props
  const deeds = useShelfDeeds()
  const grid = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState<Point | null>(null)
  const [described, setDescribed] = useState<ProjectSummary | null>(null)
  const { columns, rows } = useGridRows({ count: books.length, grid, scroller, ...card })
  const items = rows.getVirtualItems()
  const first = items[0]
  const from = (first?.index ?? 0) * columns
  const shown = books.slice(from, ((items.at(-1)?.index ?? -1) + 1) * columns)

  /** To its neighbour, else to the first thing there is: a focus on nothing is lost. */
  const leave = useCallback((book: ProjectSummary) => {
    const own = grid.current?.querySelector(`[data-book="${CSS.escape(book.id)}"]`)
    const next = own?.nextElementSibling ?? own?.previousElementSibling
    const link = next?.querySelector('a') ?? document.querySelector<HTMLElement>('main input')
    // When the menu has given the focus back.
    requestAnimationFrame(() => link?.focus())
  }, [])
  const press = useCallback(
    (book: ProjectSummary, key: string) => {
      if (key === 'F2') setDescribed(book)
      else if (key === 'Delete') {
        leave(book)
        void deeds.remove(book)
      } else return false
      return true
    },
    [deeds, leave],
  )
  return (
    <>
      <ul
        ref={grid}
        className={styles['grid']}
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          height: rows.getTotalSize(),
          paddingTop: first ? first.start - rows.options.scrollMargin : 0,
        }}
      >
        {shown.map((book, index) => (
          <BookCard
            key={book.id}
            book={book}
            place={from + index + 1}
            places={books.length}
            onPoint={setAt}
            onKey={press}
          />
        ))}
      </ul>
      <BookMenu
        deeds={deeds}
        at={at}
        onDescribe={setDescribed}
        onClosed={() => setAt(null)}
        onLeaving={leave}
      />
      {described === null ? null : (
        <DescribeDialog
          book={described}
          onSave={deeds.describe}
          onClose={() => setDescribed(null)}
        />
      )}
    </>
  )
}
