// Every segment of the book as a virtual list, following the voice unless the person has scrolled.
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react'
import { expressionOf } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Message } from '../elements/message.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useStore } from '../hooks/use-store.ts'
import { useTextScale } from '../hooks/use-text-scale.ts'
import { useVirtualRows } from '../hooks/use-virtual-rows.ts'
import { shownAlone } from '../state/finder.ts'
import { chapterAt, segmentCount } from '../client/chapter-at.ts'
import { chosenRows } from '../state/selection.ts'
import { words } from '../words.ts'
import { BackToVoice } from './back-to-voice.tsx'
import { FindBar } from './find-bar.tsx'
import { LiveRow } from './live-row.tsx'
import { pageKeys, pointedRow } from './row-input.ts'
import styles from './segment-list.module.css'
import { rowId } from './segment-row.tsx'

const usualHeight = 60
const editorHeight = 176
const overscan = 8

export function SegmentList() {
  const { player, seen, segments, selection, finder } = useBook()
  const { project } = useProject()
  const deeds = useSegmentDeeds()
  const chosen = useStore(selection)
  const { position, editing, splitting, following, reveal } = chosen
  const { heard, mode } = useStore(player)
  const search = useStore(finder.search)
  const found = useStore(finder.found)
  const scroller = useRef<HTMLDivElement>(null)
  /** Whether the first wish was met: a book opens with its first chapter at the top. */
  const shown = useRef(false)
  const rowHeight = Math.round(usualHeight * useTextScale())
  const alone = shownAlone(search, found)
  const total = segmentCount(project.chapters)
  const count = alone?.length ?? total
  const positionOf = (index: number) => alone?.[index] ?? index
  const indexOf = (at: number) => (alone === null ? at : alone.indexOf(at))
  const open = editing ?? splitting
  const list = useVirtualRows({
    count,
    scroller,
    heightOf: (index) => (positionOf(index) === open ? editorHeight : usualHeight),
    overscan,
    kept: open === null ? null : indexOf(open),
  })
  const items = list.getVirtualItems()
  const { startIndex = 0, endIndex = 0 } = list.range ?? {}
  const [top, bottom] = [positionOf(startIndex), positionOf(endIndex)]
  const first = positionOf(Math.max(0, startIndex - overscan))
  const last = positionOf(Math.min(Math.max(0, count - 1), endIndex + overscan))
  const query = finder.query()
  const asked = query === null ? '' : JSON.stringify(query)
  const expression = useMemo(() => (asked === '' ? null : expressionOf(JSON.parse(asked))), [asked])

  useEffect(() => segments.want(first, last), [segments, first, last])
  useEffect(() => seen.show({ from: top, to: bottom + 1 }), [seen, top, bottom])
  useEffect(() => () => seen.show(null), [seen])
  useEffect(() => list.measure(), [list, open, alone])
  // Leaving the text gives the keys back to the list: at once, for later something else may have them.
  useLayoutEffect(() => {
    const element = scroller.current
    return open === null ? undefined : () => element?.focus({ preventScroll: true })
  }, [open])
  const show = useEffectEvent(() => {
    const element = scroller.current
    if (element === null) return
    const index = indexOf(position)
    if (index < 0) return
    const top = index * rowHeight
    const seen =
      top >= element.scrollTop && top + rowHeight <= element.scrollTop + element.clientHeight
    const align = shown.current ? (following ? 'center' : 'auto') : 'start'
    if (!seen || !shown.current) list.scrollToIndex(index, { align })
    shown.current = reveal > 0
  })
  // Each wish to see the chosen row counts, even for the same row.
  useEffect(() => show(), [reveal, alone])

  if (total === 0) return <Message text={words.segments.empty} />
  const sounding = mode === 'playing' || mode === 'waiting'
  const inView = (at: number) => at >= top && at <= bottom
  const away = () => (following ? selection.follow(false) : undefined)
  const rows = chosenRows(chosen)
  return (
    <section className={styles['list']} aria-label={words.segments.title}>
      {search.isOpen ? <FindBar /> : null}
      {count === 0 ? (
        <Message title={words.desk.noRows} text={words.desk.noRowsText}>
          <Button onClick={finder.close}>{words.desk.showAll}</Button>
        </Message>
      ) : null}
      <div
        ref={scroller}
        className={styles['scroller']}
        role="grid"
        tabIndex={0}
        hidden={count === 0}
        aria-label={words.segments.listName(project.title)}
        aria-rowcount={total}
        aria-colcount={5}
        aria-multiselectable
        aria-activedescendant={position >= first && position <= last ? rowId(position) : undefined}
        onWheel={away}
        onTouchMove={away}
        onKeyDown={(event) => pageKeys(event, deeds, total)}
        onClick={(event) => pointedRow(event, event.shiftKey ? selection.extend : selection.choose)}
        onDoubleClick={(event) => pointedRow(event, selection.edit)}
      >
        <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const at = positionOf(item.index)
            const isHeard = at === heard?.position
            return (
              <LiveRow
                key={at}
                position={at}
                top={item.start}
                height={item.size}
                chosen={at === position}
                among={chosen.anchor !== null && at >= rows.from && at <= rows.to}
                heard={isHeard && mode !== 'idle'}
                sounding={isHeard && sounding}
                at={at === editing ? 'editing' : at === splitting ? 'splitting' : null}
                leftOut={chapterAt(project.chapters, at)?.spoken === false}
                cast={project.cast}
                expression={expression}
                isPassing={list.isScrolling}
                deeds={deeds}
              />
            )
          })}
        </div>
      </div>
      {sounding && !following && heard !== null && !inView(heard.position) ? (
        <BackToVoice position={heard.position} />
      ) : null}
    </section>
  )
}
