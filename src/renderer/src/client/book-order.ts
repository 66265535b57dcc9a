// In which order a book is heard: segment after segment, then the next ticked chapter.
import type { ChapterEntry } from '../../../contract/index.ts'
import { chapterAt, segmentCount } from './chapter-at.ts'

/** The position heard after another; null at the end of the book. */
export function nextHeard(chapters: readonly ChapterEntry[], position: number): number | null {
  const chapter = chapterAt(chapters, position)
  if (chapter === undefined) return null
  if (position + 1 < chapter.firstPosition + chapter.segments) return position + 1
  return nextChapterStart(chapters, position)
}

/** A position and those heard after it, at most so many: over the end of the chapter into the next one. */
export function heardFrom(
  chapters: readonly ChapterEntry[],
  position: number,
  many: number,
): number[] {
  const positions: number[] = []
  let at: number | null = position
  while (at !== null && positions.length < many) {
    positions.push(at)
    at = nextHeard(chapters, at)
  }
  return positions
}

/** The first position of the next ticked chapter. */
export function nextChapterStart(
  chapters: readonly ChapterEntry[],
  position: number,
): number | null {
  const here = chapterAt(chapters, position)
  const after = here === undefined ? 0 : chapters.indexOf(here) + 1
  const next = chapters.slice(after).find((chapter) => chapter.spoken && chapter.segments > 0)
  return next?.firstPosition ?? null
}

/** The start of this chapter, or of the ticked one before when the position is at its start. */
export function previousChapterStart(
  chapters: readonly ChapterEntry[],
  position: number,
): number | null {
  const here = chapterAt(chapters, position)
  if (here === undefined) return null
  if (position > here.firstPosition) return here.firstPosition
  const before = chapters
    .slice(0, chapters.indexOf(here))
    .findLast((chapter) => chapter.spoken && chapter.segments > 0)
  return before?.firstPosition ?? null
}

/** The last position of the book; 0 where it has none. */
export const lastPosition = (chapters: readonly ChapterEntry[]): number =>
  Math.max(0, segmentCount(chapters) - 1)

/** Where listening begins: the first ticked chapter, else the first that has segments. */
export const bookStart = (chapters: readonly ChapterEntry[]): number =>
  (
    chapters.find((chapter) => chapter.spoken && chapter.segments > 0) ??
    chapters.find((chapter) => chapter.segments > 0)
  )?.firstPosition ?? 0

export const slowest = 0.5
export const fastest = 3
/** Speeds that J and L step through. */
export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** The next speed in a direction; stays at the ends. */
export const speedBeside = (rate: number, direction: 1 | -1): number =>
  direction === 1
    ? (speeds.find((speed) => speed > rate + 0.001) ?? fastest)
    : (speeds.findLast((speed) => speed < rate - 0.001) ?? slowest)
