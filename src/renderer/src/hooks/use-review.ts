// What the book's reader left out or set apart, and what can be done about it and about the chapters.
import { useMemo } from 'react'
import type { BookReview, EditionChanges, NotePlace, Reply } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import type { News } from '../state/news.ts'
import { words } from '../words.ts'
import { useAnswer } from './use-answer.ts'
import { useBook, useProject } from './use-book.ts'
import { useFace } from './use-face.ts'

/** Null until it is here; read anew after every change of the book. */
export function useReview(): BookReview | null {
  const { id: projectId, revision } = useProject().project
  return useAnswer('project.review', { projectId }, { again: revision, tells: true }).value
}

/** How the book differs from the edition before it; null where there is none, or while it is compared. */
export function useEdition(): EditionChanges | null {
  const { id: projectId, editionOf } = useProject().project
  const args = editionOf === undefined ? null : { projectId }
  return useAnswer('project.compare', args, { again: editionOf }).value?.changes ?? null
}

export type ReviewDeeds = {
  tick(chapterId: string, spoken: boolean): void
  rename(chapterId: string, title: string): void
  join(chapterId: string): void
  move(chapterId: string, by: 1 | -1): void
  split(segmentId: string): void
  putBack(segmentId: string, alike: boolean): void
  placeNotes(place: NotePlace): void
}

export function useReviewDeeds(): ReviewDeeds {
  const { connection, news } = useFace()
  const { projectId } = useBook()
  return useMemo(() => reviewDeeds(connection, news, projectId), [connection, news, projectId])
}

function reviewDeeds(connection: Connection, news: News, projectId: string): ReviewDeeds {
  const { call } = connection
  /** Says what was done, unless it was refused; and what had to end for it. */
  const settled = (asked: Promise<Reply<{ ended?: boolean }>>, say?: string) =>
    void asked.then((reply) => {
      const done = news.settle(reply)
      if (done?.ended === true) news.tell(words.review.ended)
      if (done !== null && say !== undefined) news.say(say)
    })
  return {
    tick: (chapterId, spoken) =>
      settled(call('chapter.tick', { projectId, chapters: [{ chapterId, spoken }] })),
    rename(chapterId, given) {
      const title = given.trim()
      if (title === '') return
      const wish = { projectId, chapterId, title }
      settled(call('chapter.rename', wish), words.review.renamed(title))
    },
    join: (chapterId) =>
      settled(call('chapter.join', { projectId, chapterId }), words.review.joined),
    move: (chapterId, by) => settled(call('chapter.move', { projectId, chapterId, places: by })),
    split: (segmentId) =>
      settled(call('chapter.split', { projectId, segmentId }), words.review.splitDone),
    putBack: (segmentId, alike) =>
      void call('segment.putBack', { projectId, segmentId, alike }).then((reply) => {
        const done = news.settle(reply)
        if (done !== null) news.tell(words.review.putBackDone(done.count))
      }),
    placeNotes: (place) => settled(call('project.placeNotes', { projectId, place })),
  }
}
