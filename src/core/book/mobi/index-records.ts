// Kindle's indexes: a record of tags, records of entries, records of words.
import { lettersAt, longAt, shortAt, type PalmDatabase } from './palm-database.ts'

export type IndexEntry = { name: string; values: ReadonlyMap<number, number[]> }
export type MobiIndex = {
  entries: IndexEntry[]
  /** A word by its place. */
  word(place: number): string
}

type Tag = { tag: number; perEntry: number; mask: number; isEnd: boolean }

const maxIndexBytes = 256 * 1024
const maxRecords = 2000
const maxValues = 64

/** A number of seven bits a byte, the last byte marked. */
function numberAt(bytes: Uint8Array, at: number): { value: number; length: number } {
  let value = 0
  for (let length = 1; length <= 4; length++) {
    const byte = bytes[at + length - 1] ?? 0x80
    value = value * 128 + (byte & 0x7f)
    if (byte & 0x80) return { value, length }
  }
  return { value, length: 4 }
}

function readTags(record: Uint8Array): { tags: Tag[]; controls: number } {
  const at = longAt(record, 4)
  if (lettersAt(record, at, 4) !== 'TAGX') return { tags: [], controls: 0 }
  const length = Math.min(longAt(record, at + 4), record.length - at)
  const tags: Tag[] = []
  for (let place = at + 12; place + 4 <= at + length; place += 4)
    tags.push({
      tag: record[place] ?? 0,
      perEntry: record[place + 1] ?? 0,
      mask: record[place + 2] ?? 0,
      isEnd: record[place + 3] === 1,
    })
  return { tags, controls: Math.min(16, longAt(record, at + 8)) }
}

const ones = (mask: number): number => mask.toString(2).replaceAll('0', '').length
const zerosAtEnd = (mask: number): number => Math.max(0, Math.log2(mask & -mask))

function readEntry(
  record: Uint8Array,
  from: number,
  tags: readonly Tag[],
  controls: number,
): IndexEntry {
  const nameLength = record[from] ?? 0
  const name = lettersAt(record, from + 1, nameLength)
  const control = from + 1 + nameLength
  let place = control + controls
  let group = 0
  const counted: { tag: Tag; count: number | null; bytes: number }[] = []
  for (const tag of tags) {
    if (tag.isEnd) {
      group += 1
      continue
    }
    const value = (record[control + group] ?? 0) & tag.mask
    if (value === 0) continue
    if (value === tag.mask && ones(tag.mask) > 1) {
      const size = numberAt(record, place)
      place += size.length
      counted.push({ tag, count: null, bytes: size.value })
    } else counted.push({ tag, count: value >> zerosAtEnd(tag.mask), bytes: 0 })
  }
  const values = new Map<number, number[]>()
  for (const { tag, count, bytes } of counted) {
    const own: number[] = []
    const end = place + bytes
    const wanted = count === null ? maxValues : Math.min(maxValues, count * tag.perEntry)
    while (own.length < wanted && place < record.length && (count !== null || place < end)) {
      const each = numberAt(record, place)
      own.push(each.value)
      place += each.length
    }
    values.set(tag.tag, own)
  }
  return { name, values }
}

/** Reads the index that begins at a record; null where there is none that can be read. */
export async function readIndex(
  database: PalmDatabase,
  first: number,
  encoding: string,
  maxEntries: number,
): Promise<MobiIndex | null> {
  if (first >= database.count) return null
  const head = await database.record(first, maxIndexBytes)
  if (lettersAt(head, 0, 4) !== 'INDX') return null
  const { tags, controls } = readTags(head)
  const records = Math.min(maxRecords, longAt(head, 24))
  const entries: IndexEntry[] = []
  for (let number = 1; number <= records && first + number < database.count; number++) {
    const record = await database.record(first + number, maxIndexBytes)
    if (lettersAt(record, 0, 4) !== 'INDX') break
    const table = longAt(record, 20)
    const count = Math.min(longAt(record, 24), (record.length - table) >> 1)
    for (let index = 0; index < count && entries.length < maxEntries; index++)
      entries.push(readEntry(record, shortAt(record, table + 4 + index * 2), tags, controls))
  }
  const words: Uint8Array[] = []
  const wordRecords = Math.min(maxRecords, longAt(head, 52))
  for (let number = 0; number < wordRecords; number++) {
    const index = first + records + 1 + number
    if (index >= database.count) break
    words.push(await database.record(index, maxIndexBytes))
  }
  const decoder = new TextDecoder(encoding)
  return {
    entries,
    word(place) {
      const record = words[Math.floor(place / 0x10000)]
      if (!record) return ''
      const at = place % 0x10000
      const { value, length } = numberAt(record, at)
      return decoder.decode(record.subarray(at + length, at + length + Math.min(value, 2000)))
    },
  }
}
