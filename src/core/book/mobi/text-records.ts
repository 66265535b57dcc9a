// The text of a Kindle book: record after record, unpacked, without what follows the text in each.
import { fail } from '../../base/failure-error.ts'
import { textLimits } from '../limits.ts'
import type { MobiHeader } from './header.ts'
import { createHuff, type Unpack } from './huff.ts'
import { lettersAt, longAt, type PalmDatabase } from './palm-database.ts'
import { maxRecordBytes, unpackPalmDoc } from './palm-doc.ts'

const maxDictionaries = 200

/** How much of a record's end is no text: entries that tell their length at their end. */
function trailingBytes(record: Uint8Array, flags: number): number {
  let end = record.length
  for (let rest = flags >> 1; rest > 0; rest >>= 1) {
    if ((rest & 1) === 0) continue
    let size = 0
    for (let step = 0; step < 4; step++) {
      const byte = record[end - 1 - step] ?? 0x80
      size |= (byte & 0x7f) << (7 * step)
      if (byte & 0x80) break
    }
    end -= size
  }
  if (flags & 1) end -= ((record[end - 1] ?? 0) & 3) + 1
  return Math.max(0, end)
}

async function unpacker(
  database: PalmDatabase,
  header: MobiHeader,
  base: number,
  book: string,
): Promise<Unpack> {
  if (header.compression === 1) return (record) => record
  if (header.compression === 2) return unpackPalmDoc
  const first = base + header.huffRecord
  const limit = 1024 * 1024
  const dictionaries: Uint8Array[] = []
  for (let each = 1; each < Math.min(header.huffCount, maxDictionaries); each++)
    dictionaries.push(await database.record(first + each, limit))
  const huff =
    header.compression === 17480
      ? createHuff(await database.record(first, limit), dictionaries)
      : null
  if (!huff) throw fail('book-damaged', { name: book }, `compression ${header.compression}`)
  return huff
}

/** Where the text ends and styles begin; in the older format it is all text. */
async function textEnd(database: PalmDatabase, header: MobiHeader, base: number): Promise<number> {
  if (header.flowTable === null || base + header.flowTable >= database.count) return Infinity
  const table = await database.record(base + header.flowTable, 1024 * 1024)
  return lettersAt(table, 0, 4) === 'FDST' ? longAt(table, 16) : Infinity
}

/** Fails with `book-damaged`, `book-hostile`. */
export async function* readTextRecords(
  database: PalmDatabase,
  header: MobiHeader,
  base: number,
  book: string,
): AsyncGenerator<Uint8Array> {
  const unpack = await unpacker(database, header, base, book)
  const end = await textEnd(database, header, base)
  let size = 0
  for (let index = 1; index <= header.textRecords && size < end; index++) {
    const record = await database.record(base + index, maxRecordBytes)
    const text = unpack(record.subarray(0, trailingBytes(record, header.trailing)))
    size += text.length
    if (size > textLimits.maxContentBytes)
      throw fail('book-hostile', { name: book, limit: 'content size' })
    yield size > end ? text.subarray(0, text.length - (size - end)) : text
  }
}
