// Chooses where a segment is cut: a caret goes from word to word, and a click cuts before a word.
import { useMemo, useState, type KeyboardEvent } from 'react'
import type { SegmentRow } from '../../../contract/index.ts'
import { useBook } from '../hooks/use-book.ts'
import type { SegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { words } from '../words.ts'
import styles from './split-line.module.css'

/** A word with the white space behind it, and where it begins. */
type Word = { at: number; text: string }

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+\s*/g)].map(({ index, 0: found }) => ({ at: index, text: found }))

/** Behind the sentence that ends nearest to the middle; else before the word in the middle. */
function usualCut(line: readonly Word[]): number {
  const middle = line.length / 2
  const ends = line.flatMap(({ text }, index) =>
    index + 1 < line.length && /[.!?…;:]["'”’»)\]]*\s+$/.test(text) ? [index + 1] : [],
  )
  const [best] = ends.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return best ?? Math.max(1, Math.floor(middle))
}

/** The word that the mouse is at. */
function pointed({ target }: { target: EventTarget }): number | null {
  const word = target instanceof HTMLElement ? target.dataset['word'] : undefined
  return word === undefined ? null : Number(word)
}

export function SplitLine({ row, deeds }: { row: SegmentRow; deeds: SegmentDeeds }) {
  const { selection } = useBook()
  // Rows may move while a place is chosen: the cut is for the row that it was begun with.
  const [begun] = useState(row)
  const line = useMemo(() => wordsOf(begun.text), [begun])
  const [place, setPlace] = useState(() => usualCut(line))
  const last = Math.max(1, line.length - 1)
  const cut = (index: number) => {
    const word = line[index]
    if (word !== undefined && index > 0) void deeds.split(begun.id, word.at)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // A caret goes the way of its text, whichever way the studio is.
    const on = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const steps = { ArrowLeft: -on, ArrowRight: on, Home: -last, End: last }[event.key]
    if (steps !== undefined) setPlace((now) => Math.max(1, Math.min(last, now + steps)))
    else if (event.key === 'Enter') cut(place)
    else if (event.key === 'Escape') selection.leaveEdit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const word = line[place]?.text.trim() ?? ''
  return (
    <div className={styles['line']}>
      <div
        ref={(element) => element?.focus({ preventScroll: true })}
        className={styles['words']}
        dir="auto"
        role="slider"
        tabIndex={0}
        aria-label={words.desk.splitName}
        aria-valuemin={1}
        aria-valuemax={last}
        aria-valuenow={place}
        aria-valuetext={words.desk.splitBefore(word)}
        onKeyDown={onKeyDown}
        onClick={(event) => cut(pointed(event) ?? 0)}
        onPointerMove={(event) => setPlace((now) => pointed(event) || now)}
      >
        {line.map((one, index) => (
          <span
            key={one.at}
            className={styles['word']}
            data-word={index}
            data-cut={index === place || undefined}
          >
            {one.text}
          </span>
        ))}
      </div>
      <p className={styles['hint']}>{words.desk.splitHint}</p>
    </div>
  )
}
