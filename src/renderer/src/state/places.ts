// Places of a book that can be written: a chapter's number, a segment's number, a time.
import type { ChapterEntry } from '../../../contract/index.ts'
import { words } from '../words.ts'
import { segmentCount } from '../client/chapter-at.ts'

export type Place =
  | { kind: 'position'; position: number }
  /** Seconds into all ticked chapters, one behind the other. */
  | { kind: 'book-time'; seconds: number }
  | { kind: 'chapter-time'; chapterId: string; seconds: number }

export type NamedPlace = { place: Place; name: string }

/** Seconds of `2:30` or `1:02:30`; null when it is no time. */
export function readTime(text: string): number | null {
  const found = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(text.trim())
  if (found === null) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = found
  if (found[1] !== undefined && Number(minutes) > 59) return null
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

export const chapterName = (chapters: readonly ChapterEntry[], at: number): string =>
  words.palette.chapter(at + 1, chapters[at]?.title || words.chapters.untitled)

/** What a text could mean as a place, likeliest first; nothing when it names none. `here`: the chapter looked at. */
export function placesOf(
  text: string,
  chapters: readonly ChapterEntry[],
  here: ChapterEntry | undefined,
): NamedPlace[] {
  const seconds = readTime(text)
  if (seconds !== null) return timesOf(seconds, here)
  const found = /^(?:(\p{L}+)\s*)?#?(\d{1,7})$/u.exec(text.trim().toLowerCase())
  if (found === null) return []
  const [, word = '', digits = ''] = found
  const number = Number(digits)
  const places: NamedPlace[] = []
  const chapter = chapters[number - 1]
  if (words.palette.segmentWord.startsWith(word) && number >= 1 && number <= segmentCount(chapters))
    places.push({
      place: { kind: 'position', position: number - 1 },
      name: words.palette.segment(number),
    })
  if (words.palette.chapterWord.startsWith(word) && chapter !== undefined && chapter.segments > 0)
    places.push({
      place: { kind: 'position', position: chapter.firstPosition },
      name: chapterName(chapters, number - 1),
    })
  return places
}

function timesOf(seconds: number, here: ChapterEntry | undefined): NamedPlace[] {
  const time = words.clock(seconds)
  const inBook: NamedPlace = {
    place: { kind: 'book-time', seconds },
    name: words.palette.inBook(time),
  }
  if (here === undefined) return [inBook]
  const title = here.title || words.chapters.untitled
  return [
    inBook,
    {
      place: { kind: 'chapter-time', chapterId: here.id, seconds },
      name: words.palette.inChapter(time, title),
    },
  ]
}
