// Reads an archive's entries: as text whole, as text in chunks, as bytes; within limits.
import { joinBytes } from '../base/join-bytes.ts'
import { fail } from '../base/failure-error.ts'
import type { Archive } from '../ports/books.ts'
import { createTextStream, detectEncoding } from './text-encoding.ts'

export type ArchiveChunk = { text: string; bytes: number }

export type BookArchive = {
  /** The name as the archive spells it, where only case differs too; null when it is not there. */
  find(path: string): string | null
  bytes(name: string, limit: number): Promise<Uint8Array>
  text(name: string, limit: number): Promise<string>
  /** Bytes of the entry when unpacked. */
  size(name: string): number
  /** Decoded chunks; `onReplaced` learns how many sequences could not be read. */
  stream(name: string, onReplaced?: (count: number) => void): AsyncIterable<string>
  /** The same, each chunk with the bytes that it was. */
  chunks(name: string, onReplaced?: (count: number) => void): AsyncIterable<ArchiveChunk>
}

/** `book` names the file in failures; all content together stays below `maxContentBytes`. */
export function createBookArchive(
  archive: Archive,
  book: string,
  maxContentBytes: number,
): BookArchive {
  const byLowerCase = new Map(archive.names.map((name) => [name.toLowerCase(), name]))
  let contentBytes = 0

  const bytes = async (name: string, limit: number): Promise<Uint8Array> => {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of archive.stream(name)) {
      size += chunk.length
      if (size > limit) throw fail('book-hostile', { name: book, limit: 'entry size' }, name)
      chunks.push(chunk)
    }
    return joinBytes(chunks)
  }

  async function* chunks(
    name: string,
    onReplaced?: (count: number) => void,
  ): AsyncGenerator<ArchiveChunk> {
    let stream = null
    for await (const chunk of archive.stream(name)) {
      contentBytes += chunk.length
      if (contentBytes > maxContentBytes)
        throw fail('book-hostile', { name: book, limit: 'content size' }, name)
      stream ??= createTextStream((await detectEncoding(chunk)).label)
      yield { text: stream.decode(chunk), bytes: chunk.length }
    }
    if (!stream) return
    yield { text: stream.end(), bytes: 0 }
    if (stream.replaced > 0) onReplaced?.(stream.replaced)
  }

  return {
    find: (path) => (archive.has(path) ? path : (byLowerCase.get(path.toLowerCase()) ?? null)),
    size: (name) => archive.size(name),
    bytes,
    async text(name, limit) {
      const whole = await bytes(name, limit)
      const { label } = await detectEncoding(whole)
      const stream = createTextStream(label)
      return stream.decode(whole) + stream.end()
    },
    chunks,
    async *stream(name, onReplaced) {
      for await (const { text } of chunks(name, onReplaced)) yield text
    },
  }
}
