// The rows that a deed at the desk is for: all that are chosen, else the one that is looked at.
import type { RowTarget, SegmentRow } from '../../../contract/index.ts'
import { words } from '../words.ts'
import type { DeskTurn } from './desk-turn.ts'
import { shownAlone, type Finder } from './finder.ts'
import type { News } from './news.ts'
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

/** Whether the list shows any of the chosen rows. */
const isChosenShown = (book: Chosen): boolean => shownOf(book)?.length !== 0

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

/** One row, wherever it is. */
export const oneRow = (segmentId: string): RowTarget => ({
  kind: 'segments',
  segmentIds: [segmentId],
})

export type ChosenNow = {
  /** The one that is looked at. */
  row: SegmentRow
  /**
   * All that are chosen. Where the list shows what was found and nothing else, rows between that are not shown
   * are not meant.
   */
  target: RowTarget
  count: number
}

type Desk = Chosen & { segments: Pick<SegmentPages, 'load'> }

/** What was chosen when it was asked; null where there is no such row or the studio does not tell. */
export async function chosenNow(book: Desk): Promise<ChosenNow | null> {
  const { position } = book.selection.get()
  const { from, to } = chosenRows(book.selection.get())
  const shown = shownOf(book)
  const row = await book.segments.load(position)
  if (row === null) return null
  const count = to - from + 1
  if (count === 1) return { row, target: oneRow(row.id), count }
  if (shown === null) return { row, target: { kind: 'rows', from, count }, count }
  const rows = await Promise.all(shown.map(book.segments.load))
  const segmentIds = rows.flatMap((one) => (one === null ? [] : [one.id]))
  return { row, target: { kind: 'segments', segmentIds }, count: segmentIds.length }
}

export type ChosenDeeds = {
  /** For what is chosen when no move of rows is under way any more. */
  withChosen(work: (now: ChosenNow) => Promise<void> | void): Promise<void>
  /** What moves the chosen rows. */
  moveChosen(work: () => Promise<void>): Promise<void>
}

/** Deeds in their turn, and none for what nobody sees: where the list leaves out all that is chosen, it says so. */
export function chosenDeeds(
  book: Desk & { turn: DeskTurn },
  news: Pick<News, 'tell'>,
): ChosenDeeds {
  const whereShown = (work: () => Promise<void>) => async () =>
    isChosenShown(book) ? work() : void news.tell(words.desk.hidden)
  return {
    withChosen: (work) =>
      book.turn.deed(
        whereShown(async () => {
          const now = await chosenNow(book)
          if (now !== null) await work(now)
        }),
      ),
    moveChosen: (work) => book.turn.move(whereShown(work)),
  }
}
