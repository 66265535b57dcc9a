// Everything that was marked or flagged, with its reason: to go there, note, and be done with.
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Segmented } from '../elements/segmented.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useMarkDeeds } from '../hooks/use-mark-deeds.ts'
import { useStore } from '../hooks/use-store.ts'
import { useVirtualRows } from '../hooks/use-virtual-rows.ts'
import { goTo } from '../state/go-to.ts'
import {
  filterMarks,
  markFilters,
  type Mark,
  type MarkFilter,
  type Marks,
  mirrorMarks,
} from '../state/marks.ts'
import { words } from '../words.ts'
import { MarkItem } from './mark-item.tsx'
import styles from './marks-panel.module.css'
import panel from './panel.module.css'

const rowHeight = 104
const emptySentences = {
  all: words.marks.none,
  marked: words.marks.noMarks,
  flagged: words.marks.noFlags,
}

export function MarksPanel() {
  const marks = useMarks()
  const [filter, setFilter] = useState<MarkFilter>('all')
  const shown = useMemo(() => filterMarks(marks?.marks ?? [], filter), [marks, filter])
  if (marks === null) return <p className={styles['loading']}>{words.marks.loading}</p>
  const isAll = marks.marks.length === marks.total
  return (
    <div className={styles['panel']}>
      <div className={styles['head']}>
        <Segmented
          label={words.marks.filter}
          value={filter}
          choices={markFilters.map((value) => ({ value, label: words.marks.filters[value] }))}
          onChange={setFilter}
        />
      </div>
      <p className={`${panel['note']} ${styles['note']}`} aria-live="polite">
        {shown.length === 0
          ? emptySentences[filter]
          : isAll
            ? words.marks.total(shown.length)
            : words.marks.first(shown.length, marks.total)}
      </p>
      <MarkList shown={shown} />
    </div>
  )
}

function MarkList({ shown }: { shown: readonly Mark[] }) {
  const { news } = useFace()
  const book = useBook()
  const { chapters } = useProject().project
  const deeds = useMarkDeeds()
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualRows({
    count: shown.length,
    scroller,
    heightOf: () => rowHeight,
    overscan: 6,
  })
  const titleOf = (id: string) =>
    chapters.find((chapter) => chapter.id === id)?.title || words.chapters.untitled
  return (
    <div ref={scroller} className={styles['scroller']} tabIndex={-1}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons' keys */}
      <ul
        aria-label={words.marks.list}
        className={styles['rows']}
        style={{ height: list.getTotalSize() }}
        onKeyDown={moveFocus}
      >
        {list.getVirtualItems().map((item) => {
          const mark = shown[item.index]
          if (mark === undefined) return null
          return (
            <li
              key={mark.line.segmentId}
              className={styles['row']}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              aria-posinset={item.index + 1}
              aria-setsize={shown.length}
            >
              <MarkItem
                mark={mark}
                chapter={titleOf(mark.line.chapterId)}
                deeds={deeds}
                onGo={() =>
                  void goTo(book, news, { kind: 'position', position: mark.line.position })
                }
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Up and down go from one mark to its neighbour. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (!(event.target instanceof HTMLButtonElement)) return
  event.preventDefault()
  const row = event.target.closest('li')
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  next?.querySelector('button')?.focus()
}

/** Null until they are known; followed for as long as they are looked at. */
function useMarks(): Marks | null {
  const { connection } = useFace()
  const { projectId } = useBook()
  const mirror = useMemo(() => mirrorMarks(connection, projectId), [connection, projectId])
  useEffect(() => mirror.watch(), [mirror])
  return useStore(mirror.marks)
}
