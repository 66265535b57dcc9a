// What can be done with marks and flags, while the sound goes on.
import { useMemo } from 'react'
import { longest } from '../../../contract/index.ts'
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
  {
    manners,
    player,
    projectId,
    segments,
    selection,
  }: Pick<OpenBook, 'manners' | 'projectId' | 'segments' | 'selection'> & {
    player: Pick<OpenBook['player'], 'get'>
  },
): MarkDeeds {
  const set = async (segmentId: string, mark: string | null, said: string) => {
    const target = { kind: 'segments' as const, segmentIds: [segmentId] }
    if ((await manners.set({ id: segmentId }, target, { mark })) !== null) news.say(said)
  }
  return {
    async toggle() {
      const { heard, mode } = player.get()
      const isHeard = mode === 'playing' || mode === 'waiting'
      const position = (isHeard ? heard?.position : null) ?? selection.get().position
      const row = await segments.load(position)
      if (row === null) return
      const isMarked = manners.of(row).mark !== null
      if (isMarked) await set(row.id, null, words.marks.unmarked)
      else await set(row.id, '', words.marks.marked)
    },
    note: ({ line }, note) => set(line.segmentId, note.slice(0, longest.note), words.marks.noted),
    unmark: ({ line }) => set(line.segmentId, null, words.marks.unmarked),
    accept: ({ line }) => keepFlagged({ connection, news }, projectId, line.segmentId),
  }
}
