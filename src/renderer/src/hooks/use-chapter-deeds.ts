// What keys and pointer do with the chapters of the review.
import { useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { ChapterEntry } from '../../../contract/index.ts'
import { useReviewDeeds } from './use-review.ts'

export type ChapterChoice = {
  chapters: readonly ChapterEntry[]
  chosen: string
  onChoose: (chapterId: string) => void
}

/** The same object for every row and every drawing, so that rows are drawn only when they change. */
export type ChapterDeeds = {
  choose(chapterId: string): void
  onKey(event: KeyboardEvent): void
  tick(chapterId: string, spoken: boolean): void
  rename(chapterId: string): void
  /** Null: it stays as it was. */
  setTitle(chapter: ChapterEntry, title: string | null): void
  join(chapterId: string): void
  move(chapterId: string, by: 1 | -1): void
}

export const focusRow = (chapterId: string): void =>
  document.getElementById(`review-${chapterId}`)?.focus()

/** The same object for as long as the list is there. */
export function useChapterDeeds(
  props: ChapterChoice,
  setRenaming: (chapterId: string | null) => void,
): ChapterDeeds {
  const review = useReviewDeeds()
  const now = useRef(props)
  useLayoutEffect(() => void (now.current = props))
  return useMemo(() => {
    const placeOf = (chapterId: string) =>
      now.current.chapters.findIndex(({ id }) => id === chapterId)
    const choose = (index: number) => {
      const { chapters, onChoose } = now.current
      const chapter = chapters[Math.max(0, Math.min(chapters.length - 1, index))]
      if (chapter === undefined) return
      onChoose(chapter.id)
      focusRow(chapter.id)
    }
    const join = (chapterId: string) => {
      if (placeOf(chapterId) < now.current.chapters.length - 1) review.join(chapterId)
    }
    const deedOf = (event: KeyboardEvent): (() => void) | undefined => {
      const at = placeOf(now.current.chosen)
      const chapter = now.current.chapters[at]
      if (chapter === undefined || event.ctrlKey || event.metaKey) return undefined
      // A held key would ask again before the answer to the last is here.
      if (event.repeat && !event.key.startsWith('Arrow')) return undefined
      return {
        ArrowUp: () => (event.altKey ? review.move(chapter.id, -1) : choose(at - 1)),
        ArrowDown: () => (event.altKey ? review.move(chapter.id, 1) : choose(at + 1)),
        Home: () => choose(0),
        End: () => choose(now.current.chapters.length - 1),
        ' ': () => review.tick(chapter.id, !chapter.spoken),
        F2: () => setRenaming(chapter.id),
        j: () => join(chapter.id),
      }[event.key]
    }
    return {
      choose: (chapterId) => now.current.onChoose(chapterId),
      onKey(event) {
        const deed = deedOf(event)
        if (deed === undefined) return
        event.preventDefault()
        deed()
      },
      tick: review.tick,
      rename: setRenaming,
      setTitle(chapter, title) {
        setRenaming(null)
        if (title !== null && title.trim() !== chapter.title) review.rename(chapter.id, title)
      },
      join,
      move: review.move,
    }
  }, [review, setRenaming])
}
