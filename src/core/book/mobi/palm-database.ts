// The database that a Kindle book is: numbered records, read one by one from the file.
import { fail } from '../../base/failure-error.ts'
import type { ByteSource } from '../../ports/books.ts'

export type PalmDatabase = {
  readonly count: number
  /** A record's bytes. Fails with `book-damaged` where there is none, `book-hostile` above `maxBytes`. */
  record(index: number, maxBytes: number): Promise<Uint8Array>
}

export const shortAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
export const longAt = (bytes: Uint8Array, at: number): number =>
  shortAt(bytes, at) * 0x10000 + shortAt(bytes, at + 2)
/** Letters at a place. */
export const lettersAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

const headerBytes = 78

/** Fails with `book-damaged`. */
export async function openPalmDatabase(source: ByteSource): Promise<PalmDatabase> {
  const damaged = (detail: string) => fail('book-damaged', { name: source.name }, detail)
  const header = await source.read(0, headerBytes)
  const count = shortAt(header, 76)
  const list = await source.read(headerBytes, count * 8)
  if (count === 0 || list.length < count * 8) throw damaged('the list of records is cut off')
  const offsets = Array.from({ length: count }, (_, index) => longAt(list, index * 8))
  return {
    count,
    async record(index, maxBytes) {
      const from = offsets[index]
      const to = offsets[index + 1] ?? source.size
      if (from === undefined || to < from || to > source.size)
        throw damaged(`record ${index} is not there`)
      if (to - from > maxBytes)
        throw fail('book-hostile', { name: source.name, limit: 'record size' })
      return source.read(from, to - from)
    },
  }
}
