// The rows that a deed at the desk is for: all that are chosen, else the one that is looked at.
import type { RowTarget, SegmentRow } from '../../../contract/index.ts'
import { shownAlone, type Finder } from './finder.ts'
import type { SegmentPages } from './segment-pages.ts'
import { chosenRows, type Selection, type SelectionStore } from './selection.ts'

type Chosen = {
  selection: { get(): Selection }
  finder: Pick<Finder, 'search' | 'found'>
}

/** Positions shown among the chosen ones, or none of them; null: the list leaves nothing out. */
function shownOf({ selection, finder }: Chosen): readonly number[] | null {
  const { from, to } = chosenRows(selection.get())
  const alone = shownAlone(finder.search.get(), finder.found.get())
  return alone?.filter((at) => at >= from && at <= to) ?? null
}

/** Whether the list shows any of the chosen rows: no deed is for what nobody sees. */
export const isChosenShown = (book: Chosen): boolean => shownOf(book)?.length !== 0

/** Moves the choice to the next shown row, else to the last one, where the list shows none of the chosen ones. */
export function chooseShown(book: Chosen & { selection: Pick<SelectionStore, 'choose'> }): void {
  const { to } = chosenRows(book.selection.get())
  const alone = shownAlone(book.finder.search.get(), book.finder.found.get())
  const next = alone?.find((at) => at > to) ?? alone?.at(-1)
  if (next !== undefined && !isChosenShown(book)) book.selection.choose(next)
}

/** The row to be chosen, as they are counted then, when those that are chosen are gone. */
export function afterChosen(book: Chosen): number {
  const { from, to } = chosenRows(book.selection.get())
  const gone = shownOf(book)
  if (gone === null) return from
  const alone = shownAlone(book.finder.search.get(), book.finder.found.get()) ?? []
  const next = alone.find((at) => at > to)
  return next === undefined ? (alone.findLast((at) => at < from) ?? from) : next - gone.length
}

/** How many rows a deed is for. `row`: the one looked at; it may be behind the selection by a moment. */
export function deedCount(book: Chosen, row: SegmentRow): number {
  const { from, to } = chosenRows(book.selection.get())
  if (row.position < from || row.position > to) return 1
  return shownOf(book)?.length ?? to - from + 1
}

/**
 * The rows from one to another that a deed for neighbours is for; null where the list shows some of them and
 * not those between.
 */
export function shownRun(
  { finder }: Pick<Chosen, 'finder'>,
  { from, to }: { from: number; to: number },
): { from: number; count: number } | null {
  const alone = shownAlone(finder.search.get(), finder.found.get())
  const shown = alone?.filter((at) => at >= from && at <= to)
  if (shown === undefined) return { from, count: to - from + 1 }
  const [first, last] = [shown[0], shown.at(-1)]
  if (first === undefined || last === undefined || last - first + 1 > shown.length) return null
  return { from: first, count: shown.length }
}

/**
 * All that are chosen. Where the list shows what was found and nothing else, rows between that are not shown
 * are not meant.
 */
export async function chosenTarget(
  book: Chosen & { segments: Pick<SegmentPages, 'load'> },
): Promise<{ target: RowTarget; count: number }> {
  const { from, to } = chosenRows(book.selection.get())
  const shown = shownOf(book)
  const count = to - from + 1
  if (shown === null) return { target: { kind: 'rows', from, count }, count }
  const rows = await Promise.all(shown.map(book.segments.load))
  const segmentIds = rows.flatMap((row) => (row === null ? [] : [row.id]))
  return { target: { kind: 'segments', segmentIds }, count: segmentIds.length }
}
