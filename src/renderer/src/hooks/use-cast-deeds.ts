// What can be done with the cast, by its panel and by keys alike.
import { useMemo } from 'react'
import {
  castColours,
  type Cast,
  type Character,
  type RowTarget,
  type SegmentRow,
} from '../../../contract/index.ts'
import type { OpenBook } from '../state/open-book.ts'
import { chosenDeeds } from '../state/deed-target.ts'
import { words } from '../words.ts'
import { useBook } from './use-book.ts'
import type { Face } from '../state/face.ts'
import { useFace } from './use-face.ts'

export type CastDeeds = {
  /** As it is now; empty before the book is here. */
  cast(): Cast
  /** The id of the new one; null: it was refused. */
  add(): Promise<string | null>
  /** False: it was refused. */
  change(character: Character): Promise<boolean>
  remove(character: Character): Promise<void>
  /** Everybody without a voice gets one that fits. */
  fitVoices(): Promise<void>
  /** Chosen rows get a speaker; null: the narrator. */
  give(speaker: string | null): Promise<void>
  /** By its number key, from 1. */
  giveNumber(number: number): Promise<void>
  giveChapter(character: Character): Promise<void>
  /** Shows what a speaker says, null: the narrator, among the rows, and nothing else. */
  showLines(speaker: string | null): void
  /** All that the chosen row's speaker says goes to another. */
  giveAlike(to: string | null): Promise<void>
}

export function useCastDeeds(): CastDeeds {
  const face = useFace()
  const book = useBook()
  return useMemo(() => castDeeds(face, book), [face, book])
}

/** Null is the narrator; whoever is not in the cast is read by him. */
export const speakerName = (cast: Cast, speaker: string | null | undefined): string =>
  cast.find(({ id }) => id === speaker)?.name ?? words.desk.narrator

export function castDeeds(
  { connection, news }: Pick<Face, 'connection' | 'news'>,
  book: Pick<
    OpenBook,
    'finder' | 'manners' | 'project' | 'projectId' | 'segments' | 'selection' | 'turn'
  >,
): CastDeeds {
  const { finder, manners, project, projectId } = book
  const { withChosen } = chosenDeeds(book, news)
  const cast = (): Cast => {
    const open = project.get()
    return open.state === 'ready' ? open.project.cast : []
  }
  const put = async (change: { put?: Cast; remove?: string[] }) =>
    news.settle(
      await connection.call('cast.change', { projectId, put: [], remove: [], ...change }),
    ) !== null
  const set = async (row: SegmentRow, target: RowTarget, speaker: string | null) => {
    const count = await manners.set(row, target, { speaker })
    if (count !== null) news.say(words.cast.given(speakerName(cast(), speaker), count))
  }

  const deeds: CastDeeds = {
    cast,
    async add() {
      const known = new Set(cast().map(({ name }) => name))
      let number = known.size + 1
      while (known.has(words.cast.newName(number))) number += 1
      const character: Character = {
        id: crypto.randomUUID(),
        name: words.cast.newName(number),
        voice: null,
        colour: freeColour(cast()),
      }
      if (!(await put({ put: [character] }))) return null
      news.say(words.cast.added(character.name))
      return character.id
    },
    change: (character) => put({ put: [character] }),
    async remove({ id, name }) {
      if (await put({ remove: [id] })) news.tell(words.cast.removed(name))
    },
    async fitVoices() {
      const reply = news.settle(await connection.call('cast.fitVoices', { projectId }))
      if (reply !== null) news.tell(words.cast.fitted(reply.given, reply.left))
    },
    give: (speaker) => withChosen(({ row, target }) => set(row, target, speaker)),
    async giveNumber(number) {
      const character = cast()[number - 1]
      if (character === undefined) news.tell(words.cast.noCharacter(number))
      else await deeds.give(character.id)
    },
    giveChapter: ({ id }) =>
      withChosen(({ row }) => set(row, { kind: 'chapter', chapterId: row.chapterId }, id)),
    showLines: (speaker) => finder.set({ isOpen: true, words: '', state: null, speaker }),
    giveAlike: (to) =>
      withChosen(async ({ row }) => {
        const from = speakerName(cast(), row.manner?.speaker)
        const args = { projectId, segmentId: row.id, speaker: to }
        const done = news.settle(await connection.call('cast.assignAlike', args))
        if (done !== null)
          news.tell(words.cast.alikeDone(from, speakerName(cast(), to), done.count))
      }),
  }
  return deeds
}

/** One that nobody has, else the one that fewest have. */
function freeColour(cast: Cast): number {
  const uses = Array.from({ length: castColours }, () => 0)
  for (const { colour } of cast) uses[colour] = (uses[colour] ?? 0) + 1
  return uses.indexOf(Math.min(...uses))
}
