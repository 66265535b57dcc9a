// Mouse and keys on the list of rows: which row is meant, and by how many to go.
import type { KeyboardEvent, MouseEvent } from 'react'
import type { SegmentDeeds } from '../hooks/use-segment-deeds.ts'

/** Nothing where a control inside of the row was meant. */
export function pointedRow(event: MouseEvent, deed: (position: number) => void): void {
  const target = event.target as Element
  if (target.closest('button, textarea, [role="slider"]') !== null) return
  const row = target.closest<HTMLElement>('[data-position]')
  if (row !== null) deed(Number(row.dataset['position']))
}

const pageRows = 10

/** Pages and ends; with Shift all rows up to there are chosen. */
export function pageKeys(
  event: KeyboardEvent,
  deeds: Pick<SegmentDeeds, 'step' | 'extend'>,
  count: number,
): void {
  if (event.target !== event.currentTarget) return
  const rows = { PageDown: pageRows, PageUp: -pageRows, Home: -count, End: count }[event.key]
  if (rows === undefined) return
  event.preventDefault()
  if (event.shiftKey) deeds.extend(rows)
  else deeds.step(rows)
}
