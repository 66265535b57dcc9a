// Which chapter a position of the book lies in.
import type { ChapterEntry } from '../../../contract/index.ts'

/** How many rows the book has. */
export const segmentCount = (chapters: readonly ChapterEntry[]): number =>
  chapters.reduce((most, chapter) => Math.max(most, chapter.firstPosition + chapter.segments), 0)

/** The chapter that a position lies in. */
export function chapterAt(
  chapters: readonly ChapterEntry[],
  position: number,
): ChapterEntry | undefined {
  let low = 0
  let high = chapters.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((chapters[middle]?.firstPosition ?? 0) <= position) low = middle
    else high = middle - 1
  }
  // Chapters without segments share their position with the next one.
  while (low > 0 && chapters[low]?.segments === 0) low -= 1
  return chapters[low]
}
