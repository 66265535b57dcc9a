// The rows that a deed is for: all that are chosen, else the one row.
import type { OpenBook } from './open-book.ts'

export type ChosenRows = { from: number; count: number }

/** Rows that a person has chosen together, first and last. */
type Range = { rows?: { from: number; to: number } | null }

export function chosenRows({ selection }: Pick<OpenBook, 'selection'>): ChosenRows {
  const { position, rows }: ReturnType<typeof selection.get> & Range = selection.get()
  if (!rows) return { from: position, count: 1 }
  const [from, to] = [Math.min(rows.from, rows.to), Math.max(rows.from, rows.to)]
  return { from, count: to - from + 1 }
}
