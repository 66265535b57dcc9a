// Tags, chapters and cover as FLAC and Opus carry them: Vorbis comments (xiph.org/vorbis/doc/v-comment.html).
import { join, type Part, u32, utf8 } from './bytes.ts'
import type { ChapterMark } from './file-layout.ts'
import { fileTitle } from './file-tags.ts'
import type { FileTags } from '../ports/codecs.ts'
import type { Picture } from '../ports/projects.ts'
import { u32le } from './little-endian.ts'

const vendor = utf8('Lectern')

const comment = (name: string, value: string): Part => {
  const text = utf8(`${name}=${value}`)
  return [u32le(text.length), text]
}

/** Chapters as `CHAPTER000=hh:mm:ss.mmm` and `CHAPTER000NAME=…`, beyond a thousand with more digits. */
function chapterComments(marks: readonly ChapterMark[], sampleRate: number): Part[] {
  let start = 0
  return marks.flatMap(({ title, samples }, index) => {
    const name = `CHAPTER${String(index).padStart(3, '0')}`
    const time = clockTime(start / sampleRate)
    start += samples
    return [comment(name, time), comment(`${name}NAME`, title)]
  })
}

function clockTime(seconds: number): string {
  const all = Math.round(seconds * 1000)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const ms = String(all % 1000).padStart(3, '0')
  return `${two(all / 3_600_000)}:${two((all / 60_000) % 60)}:${two((all / 1000) % 60)}.${ms}`
}

/** The block of comments, length of the vendor first; `more` are whole comments that go in as well. */
export function vorbisComments(
  tags: FileTags,
  { marks, sampleRate }: { marks: readonly ChapterMark[]; sampleRate: number },
  more: readonly (readonly [string, string])[] = [],
): Uint8Array {
  const rows: [string, string | undefined][] = [
    ['TITLE', fileTitle(tags)],
    ['ALBUM', tags.title],
    ...tags.authors.map((author): [string, string] => ['ARTIST', author]),
    ['ALBUMARTIST', tags.authors.join(', ')],
    ['COMPOSER', tags.narrator],
    ['NARRATOR', tags.narrator],
    ['GENRE', 'Audiobook'],
    ['LANGUAGE', tags.language],
    ['DATE', tags.year],
    ['DESCRIPTION', tags.description],
    ['PUBLISHER', tags.publisher],
    ['SERIES', tags.series],
    ['SERIES-PART', tags.seriesPart],
    ['TRACKNUMBER', tags.part && String(tags.part.number)],
    ['TRACKTOTAL', tags.part && String(tags.part.of)],
    ...more.map(([name, value]): [string, string] => [name, value]),
  ]
  const plain = rows.flatMap(([name, value]) => (value ? [comment(name, value)] : []))
  const chapters = chapterComments(marks, sampleRate)
  const count = plain.length + marks.length * 2
  return join(u32le(vendor.length), vendor, u32le(count), plain, chapters)
}

/** A cover as FLAC's PICTURE block has it (RFC 9639 §8.8): type 3, the front; its size untold. */
export function pictureBlock({ mediaType, bytes }: Picture): Uint8Array {
  const type = utf8(mediaType)
  return join(u32(3, type.length), type, u32(0, 0, 0, 0, 0, bytes.length), bytes)
}
