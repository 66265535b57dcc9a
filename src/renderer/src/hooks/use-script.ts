// What is proposed for the open book, and what can be done with it.
import { useEffect, useMemo, useRef } from 'react'
import type { Proposal } from '../../../contract/index.ts'
import { goTo } from '../state/go-to.ts'
import type { OpenBook } from '../state/open-book.ts'
import type { ProposalsNow } from '../state/proposals.ts'
import { mirrorProposals, type ProposalsMirror } from '../state/proposals-mirror.ts'
import { scriptWords } from '../script-words.ts'
import { words } from '../words.ts'
import { useBook } from './use-book.ts'
import type { Face } from '../state/face.ts'
import { useFace } from './use-face.ts'
import { type SegmentDeeds, useSegmentDeeds } from './use-segment-deeds.ts'
import { useStore } from './use-store.ts'

export type ScriptDeeds = {
  /** The book does as they say. */
  take(proposals: readonly Proposal[]): Promise<void>
  /** They are not proposed again. */
  dismiss(proposals: readonly Proposal[]): Promise<void>
  /** Shows a place among the rows. */
  show(position: number): void
  /** Reads all of them anew. */
  again(): void
}

/** `model`: whose answers are among the proposals; null: there is none. */
export function useScript(model: string | null): { now: ProposalsNow; deeds: ScriptDeeds } {
  const face = useFace()
  const book = useBook()
  const { takeBack } = useSegmentDeeds()
  const mirror = useMemo(
    () => mirrorProposals(face.connection, book.projectId),
    [face.connection, book.projectId],
  )
  useEffect(() => mirror.watch(), [mirror])
  const known = useRef(model)
  useEffect(() => {
    if (known.current !== model) void mirror.refresh()
    known.current = model
  }, [mirror, model])
  const deeds = useMemo(
    () => scriptDeeds(face, book, mirror, takeBack),
    [face, book, mirror, takeBack],
  )
  return { now: useStore(mirror.proposals), deeds }
}

export function scriptDeeds(
  { connection, news }: Pick<Face, 'connection' | 'news'>,
  book: OpenBook,
  mirror: ProposalsMirror,
  takeBack: SegmentDeeds['takeBack'],
): ScriptDeeds {
  const { projectId, segments, finder, turn } = book
  const { proposals: say } = scriptWords.script
  /** The news of what was taken last: with the next one it could not be undone by itself any more. */
  let close = () => {}
  const keysOf = (proposals: readonly Proposal[]) => proposals.map(({ key }) => key)
  const setDismissed = async (keys: string[], dismissed: boolean) =>
    news.settle(await connection.call('script.dismiss', { projectId, keys, dismissed }))
  return {
    async take(proposals) {
      const keys = keysOf(proposals)
      // Lines may be cut at their quotation marks.
      const work = () =>
        turn.move(async () => {
          const done = news.settle(await connection.call('script.take', { projectId, keys }))
          if (done === null) return null
          close()
          const undo = { label: say.undo, act: () => takeBack(done.revision) }
          close = news.tell(say.taken(done.taken), done.taken > 0 ? undo : undefined)
          if (done.ended) news.tell(words.review.ended)
          if (done.taken > 0) segments.refresh()
          if (done.taken > 0) await finder.refresh()
          return done
        })
      await mirror.without(keys, work)
    },
    async dismiss(proposals) {
      const keys = keysOf(proposals)
      const done = await mirror.without(keys, () => setDismissed(keys, true))
      if (done === null) return
      const back = async () => {
        if ((await setDismissed(keys, false)) !== null) await mirror.refresh()
      }
      news.tell(say.dismissed(keys.length), { label: say.undo, act: () => void back() })
    },
    show: (position) => void goTo(book, news, { kind: 'position', position }),
    again: () => void mirror.refresh(),
  }
}
