// The only importer of yauzl: a zip's entries as streams, within the limits that the core decides.
import { Readable, type Writable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { fail } from '../../core/base/failure-error.ts'
import { invariant } from '../../core/base/invariant.ts'
import type { Archive, ArchiveLimits, ByteSource, OpenArchive } from '../../core/ports/books.ts'
import { entryName } from './entry-name.ts'
import { readAhead } from './read-ahead.ts'

/** How yauzl reads: it asks for a class. */
class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: Pick<ByteSource, 'read'>

  constructor(source: ByteSource) {
    super()
    this.#source = readAhead(source)
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.#source, start, end), { objectMode: false })
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#source.read(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset)
        callback(bytes.length < length ? new Error('unexpected EOF') : null)
      },
      (error: unknown) => callback(error as Error),
    )
  }
}

const rangeBytes = 256 * 1024

async function* rangeOf(source: Pick<ByteSource, 'read'>, start: number, end: number) {
  for (let at = start; at < end; at += rangeBytes)
    yield await source.read(at, Math.min(rangeBytes, end - at))
}

/** What yauzl finds wrong is damage; what the source or the limits said goes on as it is. */
const damaged = (name: string, error: unknown): unknown =>
  (error as { name?: string }).name === 'FailureError'
    ? error
    : fail('book-damaged', { name }, String(error))

/** An entry's place in the file: local header, name and data; the extra field is not known yet. */
const extentOf = (entry: Entry) => ({
  from: entry.relativeOffsetOfLocalHeader,
  to: entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameRaw.length + entry.compressedSize,
})

async function listEntries(
  zip: ZipFile,
  book: string,
  limits: ArchiveLimits,
): Promise<Map<string, Entry>> {
  const hostile = (limit: string, detail = '') =>
    fail('book-hostile', { name: book, limit }, detail)
  if (zip.entryCount > limits.maxEntries) throw hostile('number of entries')
  const entries = new Map<string, Entry>()
  const extents: { from: number; to: number }[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    if (total > limits.maxTotalBytes) throw hostile('unpacked size')
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (entry.uncompressedSize > limits.ratioFromBytes && ratio > limits.maxRatio)
      throw hostile('compression ratio', entry.fileNameRaw.toString('latin1'))
    extents.push(extentOf(entry))
    const name = entryName(entry.fileNameRaw)
    if (name.kind === 'escape') throw hostile('entry names', name.raw)
    // The first of two entries with one name counts; folders and unusable names are passed over.
    if (name.kind === 'file' && !entries.has(name.name)) entries.set(name.name, entry)
  }
  extents.sort((a, b) => a.from - b.from)
  for (let index = 1; index < extents.length; index++)
    if ((extents[index]?.from ?? 0) < (extents[index - 1]?.to ?? 0))
      throw hostile('overlapping entries')
  return entries
}

/** Fails with `book-damaged`, `book-hostile`, `book-protected` (an encrypted entry), and as the source does. */
export const openArchive: OpenArchive = async (source, limits): Promise<Archive> => {
  const book = source.name
  let zip: ZipFile
  try {
    zip = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      // It would close the reader after the listing.
      autoClose: false,
      lazyEntries: true,
      // Names are decoded and judged by us.
      decodeStrings: false,
      validateEntrySizes: true,
    })
  } catch (error) {
    throw damaged(book, error)
  }
  let entries: Map<string, Entry>
  try {
    entries = await listEntries(zip, book, limits)
  } catch (error) {
    zip.close()
    throw damaged(book, error)
  }
  const open = new Set<Writable | Readable>()

  async function* stream(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name.normalize('NFC'))
    invariant(entry, `the archive has ${name}`)
    if (entry.isEncrypted()) throw fail('book-protected', { name: book, scheme: 'a zip password' })
    if (entry.uncompressedSize > limits.maxEntryBytes)
      throw fail('book-hostile', { name: book, limit: 'entry size' }, name)
    let checksum = 0
    let input: Readable | null = null
    try {
      input = await zip.openReadStreamPromise(entry)
      open.add(input)
      for await (const chunk of input as AsyncIterable<Uint8Array>) {
        checksum = crc32(chunk, checksum)
        yield chunk
      }
    } catch (error) {
      throw damaged(book, error)
    } finally {
      if (input) {
        input.destroy()
        open.delete(input)
      }
    }
    if (checksum !== entry.crc32) throw fail('book-damaged', { name: book }, `checksum of ${name}`)
  }

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name.normalize('NFC')),
    size: (name) => entries.get(name.normalize('NFC'))?.uncompressedSize ?? 0,
    stream,
    async close() {
      for (const each of open) each.destroy()
      if (zip.isOpen) zip.close()
    },
  }
}
