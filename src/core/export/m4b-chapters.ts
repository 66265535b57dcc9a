// Chapter marks in both ways players look for them: text samples, and Nero's list.
import type { ChapterMark } from './file-layout.ts'
import { fullBox, join, type Part, u16, u32, u64, utf8Within, bytes } from './bytes.ts'

/** Nero's list counts chapters and the bytes of a title in one byte each. */
const neroLimit = 255
/** Far above any title, far below what two bytes of length could say. */
const titleLimit = 1024
/** Nero's clock: tenths of a microsecond. */
const neroTicks = 10_000_000

/** Says that a text sample is UTF-8. */
const encodingMark = join(u32(12), bytes(0x65, 0x6e, 0x63, 0x64), u32(0x100))

/** The samples of the text track, one a chapter: length, title, encoding. */
export function chapterSamples(marks: readonly ChapterMark[]): Uint8Array[] {
  return marks.map(({ title }) => {
    const text = utf8Within(title, titleLimit)
    return join(u16(text.length), text, encodingMark)
  })
}

/** Nero's `chpl`, cut at 255 chapters: the text track has them all. */
export function neroChapters(marks: readonly ChapterMark[], sampleRate: number): Part {
  const listed = marks.slice(0, neroLimit)
  let start = 0
  const entries = listed.map(({ title, samples }): Part => {
    const text = utf8Within(title, neroLimit)
    const ticks = Math.round((start / sampleRate) * neroTicks)
    start += samples
    return [u64(ticks), bytes(text.length), text]
  })
  return fullBox('chpl', 1, 0, u32(0), bytes(listed.length), entries)
}
