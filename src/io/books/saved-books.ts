// Opens files that books were saved in, and cuts sounds out of them without holding more than a chunk.
import { createHash, randomUUID } from 'node:crypto'
import { open as openFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { savedBookMark } from '../../contract/index.ts'
import { FailureError } from '../../core/base/failure-error.ts'
import type { Archive, ArchiveLimits } from '../../core/ports/books.ts'
import type { CutPart, SavedBooks } from '../../core/ports/saved-books.ts'
import { writeFailure } from '../write-failure.ts'
import { openFileSource } from './file-source.ts'
import { openArchive } from './zip-archive.ts'

const GiB = 1024 ** 3

/** Far beyond any book; what a book's own file may be is nothing to one with a hundred hours of sound. */
const limits: ArchiveLimits & { maxFileBytes: number } = {
  maxFileBytes: 256 * GiB,
  maxEntries: 25_000,
  maxTotalBytes: 256 * GiB,
  maxEntryBytes: 8 * GiB,
  maxRatio: 200,
  ratioFromBytes: 10 * 1024 ** 2,
}
const readChunkBytes = 256 * 1024

/** Local header (APPNOTE 4.3.7), name and text of the first entry, which is not compressed. */
const markAt = 30
const mark = savedBookMark.name + savedBookMark.text

/** `spool`: where parts go, emptied at start. */
export function openSavedBooks(spool: string): SavedBooks {
  const source = (path: string) =>
    openFileSource(path, { maxFileBytes: limits.maxFileBytes, readChunkBytes })
  return {
    async isOne(path) {
      const file = await source(path).catch(() => null)
      if (!file) return false
      try {
        const bytes = await file.read(0, markAt + mark.length)
        return Buffer.from(bytes).subarray(markAt).toString('latin1') === mark
      } catch {
        return false
      } finally {
        await file.close()
      }
    },
    async open(path) {
      const file = await source(path)
      try {
        const archive = await openArchive(file, limits)
        const close = async () => {
          await archive.close()
          await file.close()
        }
        const cut = (entry: string, lengths: readonly number[]) =>
          cutEntry(spool, archive, entry, lengths)
        return { name: file.name, archive, cut, close }
      } catch (error) {
        await file.close()
        throw error
      }
    },
  }
}

async function* cutEntry(
  spool: string,
  archive: Archive,
  entry: string,
  lengths: readonly number[],
): AsyncGenerator<CutPart> {
  const chunks = archive.stream(entry)[Symbol.asyncIterator]()
  /** Read, and not yet given out. */
  let rest = new Uint8Array(0)
  const next = async (most: number): Promise<Uint8Array | null> => {
    while (rest.byteLength === 0) {
      const chunk = await chunks.next()
      if (chunk.done === true) return null
      rest = new Uint8Array(chunk.value)
    }
    const given = rest.subarray(0, most)
    rest = rest.subarray(given.byteLength)
    return given
  }
  try {
    for (const length of lengths) yield await writePart(spool, length, next)
  } finally {
    await chunks.return?.(undefined)
  }
}

/** Nothing is left of a part that could not be written. */
async function writePart(
  spool: string,
  length: number,
  next: (most: number) => Promise<Uint8Array | null>,
): Promise<CutPart> {
  const path = join(spool, `part-${randomUUID()}`)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const file = await openFile(path, 'wx')
    try {
      while (bytes < length) {
        const chunk = await next(length - bytes)
        if (!chunk) break
        hash.update(chunk)
        await file.writeFile(chunk)
        bytes += chunk.byteLength
      }
    } finally {
      await file.close()
    }
    return { file: path, bytes, digest: hash.digest('hex') }
  } catch (error) {
    await rm(path, { force: true })
    if (error instanceof FailureError) throw error
    throw (error as NodeJS.ErrnoException).code ? writeFailure(error, spool) : error
  }
}
