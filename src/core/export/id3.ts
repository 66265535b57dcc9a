// ID3v2.3 tags with chapters (id3.org/id3v2.3.0, id3v2-chapters-1.0): the version that every player reads.
import { join, type Part, u32, utf8 } from './bytes.ts'
import type { ChapterMark } from './file-layout.ts'
import { fileTitle, playableCover } from './file-tags.ts'
import type { FileTags } from '../ports/codecs.ts'
import type { Picture } from '../ports/projects.ts'
import { languageCode } from './language-code.ts'

/** A table of contents counts its entries in one byte; longer ones are tables of tables. */
const mostEntries = 255
const unused = 0xffff_ffff

/** UTF-16 with its mark, little-endian, as the format wants for what is not Latin. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, true)
  for (let index = 0; index < text.length; index++)
    view.setUint16(2 + index * 2, text.charCodeAt(index), true)
  return bytes
}

const frame = (id: string, ...contents: Part[]): Uint8Array => {
  const body = join(contents)
  return join(utf8(id), u32(body.length), Uint8Array.of(0, 0), body)
}
const utf16Kind = Uint8Array.of(1)
const end16 = Uint8Array.of(0, 0)
const textFrame = (id: string, text: string | undefined): Part =>
  text ? frame(id, utf16Kind, utf16(text)) : []
const namedText = (name: string, text: string | undefined): Part =>
  text ? frame('TXXX', utf16Kind, utf16(name), end16, utf16(text)) : []
const latin = (text: string): Part => [utf8(text), Uint8Array.of(0)]

/** `sampleRate` is that of the marks. */
export function id3Tag(
  tags: FileTags,
  cover: Picture | null,
  chapters: { marks: readonly ChapterMark[]; sampleRate: number },
): Uint8Array {
  const authors = tags.authors.join('/')
  const language = languageCode(tags.language)
  const picture = playableCover(cover)
  const frames = join([
    textFrame('TIT2', fileTitle(tags)),
    textFrame('TALB', tags.title),
    textFrame('TPE1', authors),
    textFrame('TPE2', authors),
    textFrame('TCOM', tags.narrator),
    textFrame('TCON', 'Audiobook'),
    textFrame('TLAN', language === 'und' ? undefined : language),
    textFrame('TYER', tags.year),
    textFrame('TPUB', tags.publisher),
    textFrame('TSSE', 'Lectern'),
    textFrame('TRCK', tags.part && `${tags.part.number}/${tags.part.of}`),
    namedText('NARRATOR', tags.narrator),
    namedText('SERIES', tags.series),
    namedText('SERIES-PART', tags.seriesPart),
    tags.description
      ? frame('COMM', utf16Kind, utf8(language), utf16(''), end16, utf16(tags.description))
      : [],
    picture
      ? frame(
          'APIC',
          Uint8Array.of(0),
          latin(picture.mediaType),
          Uint8Array.of(3, 0),
          picture.bytes,
        )
      : [],
    chapterFrames(chapters),
  ])
  return join(utf8('ID3'), Uint8Array.of(3, 0, 0), sevenBits(frames.length), frames)
}

/** 28 bits, seven in a byte. */
const sevenBits = (value: number): Uint8Array =>
  Uint8Array.of((value >>> 21) & 127, (value >>> 14) & 127, (value >>> 7) & 127, value & 127)

function chapterFrames({
  marks,
  sampleRate,
}: {
  marks: readonly ChapterMark[]
  sampleRate: number
}): Part[] {
  if (marks.length === 0) return []
  const inMs = (samples: number) => Math.round((samples * 1000) / sampleRate)
  let start = 0
  const chapters = marks.map(({ title, samples }, index) => {
    const times = u32(inMs(start), inMs((start += samples)), unused, unused)
    return frame('CHAP', latin(chapterId(index)), times, textFrame('TIT2', title))
  })
  return [...contents(marks.length), ...chapters]
}

const chapterId = (index: number): string => `chp${index}`

/** One table, or a table of as few tables as hold them all. */
function contents(count: number): Uint8Array[] {
  const ids = Array.from({ length: count }, (_, index) => chapterId(index))
  if (count <= mostEntries) return [contentsFrame('toc', ids, true)]
  const tables: string[][] = []
  for (let from = 0; from < count; from += mostEntries)
    tables.push(ids.slice(from, from + mostEntries))
  const names = tables.map((_, index) => `toc${index}`)
  return [
    contentsFrame('toc', names, true),
    ...tables.map((table, index) => contentsFrame(names[index] as string, table, false)),
  ]
}

function contentsFrame(id: string, children: readonly string[], isTop: boolean): Uint8Array {
  const ordered = 1
  const top = isTop ? 2 : 0
  const flags = Uint8Array.of(ordered + top, children.length)
  return frame('CTOC', latin(id), flags, children.map(latin))
}
