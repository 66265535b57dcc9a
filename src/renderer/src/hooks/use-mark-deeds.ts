// What can be done with marks and flags, while the sound goes on.
import { useMemo } from 'react'
import { longest, type SegmentRow } from '../../../contract/index.ts'
import { chosenDeeds, oneRow } from '../state/deed-target.ts'
import { keepFlagged } from '../state/keep-flagged.ts'
import type { Mark } from '../state/marks.ts'
import type { OpenBook } from '../state/open-book.ts'
import { words } from '../words.ts'
import { useBook } from './use-book.ts'
import type { Face } from '../state/face.ts'
import { useFace } from './use-face.ts'

export type MarkDeeds = {
  /** Marks the row that is heard, else the chosen one; a marked one is marked no more. */
  toggle(): Promise<void>
  note(mark: Mark, note: string): Promise<void>
  unmark(mark: Mark): Promise<void>
  /** Its flags go: a person has heard it. */
  accept(mark: Mark): Promise<void>
}

export function useMarkDeeds(): MarkDeeds {
  const face = useFace()
  const book = useBook()
  return useMemo(() => markDeeds(face, book), [face, book])
}

export function markDeeds(
  { connection, news }: Pick<Face, 'connection' | 'news'>,
  book: Pick<OpenBook, 'finder' | 'manners' | 'projectId' | 'segments' | 'selection' | 'turn'> & {
    player: Pick<OpenBook['player'], 'get'>
  },
): MarkDeeds {
  const { manners, player, projectId, segments, turn } = book
  const { withChosen } = chosenDeeds(book, news)
  const set = async (segmentId: string, mark: string | null, said: string) => {
    const target = oneRow(segmentId)
    if ((await manners.set({ id: segmentId }, target, { mark })) !== null) news.say(said)
  }
  const toggle = (row: SegmentRow) =>
    manners.of(row).mark === null
      ? set(row.id, '', words.marks.marked)
      : set(row.id, null, words.marks.unmarked)
  return {
    async toggle() {
      const { heard, mode } = player.get()
      if (heard === null || (mode !== 'playing' && mode !== 'waiting'))
        return withChosen(({ row }) => toggle(row))
      await turn.deed(async () => {
        // Rows may have moved since it was heard: it goes by its id.
        await segments.load(heard.position)
        const at = segments.positionOf(heard.segmentId)
        const row = at === undefined ? undefined : segments.row(at)
        if (row !== undefined) await toggle(row)
      })
    },
    note: ({ line }, note) => set(line.segmentId, note.slice(0, longest.note), words.marks.noted),
    unmark: ({ line }) => set(line.segmentId, null, words.marks.unmarked),
    accept: ({ line }) => keepFlagged({ connection, news }, projectId, line.segmentId),
  }
}
