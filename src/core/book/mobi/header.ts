// A Kindle book's header: how its text is kept, and what is said of the book.
import { cleanText, shorten } from '../clean-text.ts'
import { languageTag } from '../language.ts'
import { languageOfNumber } from '../rtf/code-pages.ts'
import { lettersAt, longAt, shortAt } from './palm-database.ts'

export type MobiHeader = {
  compression: number
  encrypted: boolean
  textRecords: number
  encoding: 'utf-8' | 'windows-1252'
  /** 8 and above: the newer format, of skeletons and fragments. */
  version: number
  /** What follows the text in each record, bit by bit. */
  trailing: number
  huffRecord: number
  huffCount: number
  title: string
  authors: string[]
  /** What the book says. */
  language: string
  /** What its program had set. */
  likelyLanguage: string
  firstImage: number
  /** Records, or null where there is none. */
  coverImage: number | null
  newerBook: number | null
  tocIndex: number | null
  flowTable: number | null
  fragmentIndex: number | null
  skeletonIndex: number | null
}

const none = 0xffff_ffff
const maxFacts = 500

type Facts = Map<number, Uint8Array[]>

function readFacts(record: Uint8Array, at: number): Facts {
  const facts: Facts = new Map()
  if (lettersAt(record, at, 4) !== 'EXTH') return facts
  const count = Math.min(maxFacts, longAt(record, at + 8))
  for (let index = 0, place = at + 12; index < count && place + 8 <= record.length; index++) {
    const type = longAt(record, place)
    const length = longAt(record, place + 4)
    if (length < 8) break
    const known = facts.get(type) ?? []
    facts.set(type, [...known, record.subarray(place + 8, Math.min(record.length, place + length))])
    place += length
  }
  return facts
}

const escapes: readonly [string, string][] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&amp;', '&'],
]

/** Some programs write facts as markup. */
const unescaped = (text: string): string =>
  escapes.reduce((all, [escape, sign]) => all.replaceAll(escape, sign), text)

/** Null where the record is none of a book that is marked up. */
export function readHeader(record: Uint8Array): MobiHeader | null {
  if (lettersAt(record, 16, 4) !== 'MOBI') return null
  const length = longAt(record, 20)
  const encoding = longAt(record, 28) === 65001 ? 'utf-8' : 'windows-1252'
  const decoder = new TextDecoder(encoding)
  const version = longAt(record, 36)
  const reference = (at: number): number | null =>
    at + 4 <= 16 + length && longAt(record, at) !== none ? longAt(record, at) : null
  const facts =
    (longAt(record, 128) & 0x40) !== 0 ? readFacts(record, 16 + length) : (new Map() as Facts)
  const texts = (type: number) =>
    (facts.get(type) ?? []).map((bytes) => cleanText(unescaped(decoder.decode(bytes))))
  const number = (type: number): number | null => {
    const bytes = facts.get(type)?.[0]
    return bytes?.length === 4 && longAt(bytes, 0) !== none ? longAt(bytes, 0) : null
  }
  const nameAt = longAt(record, 84)
  const name = record.subarray(nameAt, nameAt + Math.min(1000, longAt(record, 88)))
  const authors = texts(100).filter(Boolean).slice(0, 64)
  const firstImage = longAt(record, 108)
  const cover = number(201)
  return {
    compression: shortAt(record, 0),
    encrypted: shortAt(record, 12) !== 0,
    textRecords: shortAt(record, 8),
    encoding,
    version,
    trailing: length >= 228 ? shortAt(record, 242) : 0,
    huffRecord: longAt(record, 112),
    huffCount: longAt(record, 116),
    title: shorten(texts(503)[0] || cleanText(decoder.decode(name)), 500),
    authors: [...new Set(authors.map((author) => shorten(author, 200)))],
    language: languageTag(texts(524)[0]),
    likelyLanguage: languageOfNumber(longAt(record, 92)),
    firstImage,
    coverImage: cover === null || firstImage === none ? null : firstImage + cover,
    newerBook: version < 8 ? number(121) : null,
    tocIndex: length >= 232 ? reference(244) : null,
    flowTable: version >= 8 ? reference(192) : null,
    fragmentIndex: version >= 8 ? reference(248) : null,
    skeletonIndex: version >= 8 ? reference(252) : null,
  }
}
