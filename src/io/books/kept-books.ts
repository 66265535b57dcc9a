// Files of imported books in the data folder, each under its digest: copied in a stream, dropped when unused.
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../../contract/index.ts'
import { fail, FailureError } from '../../core/base/failure-error.ts'
import { createTurns } from '../../core/base/turns.ts'
import { bookLimits } from '../../core/book/limits.ts'
import type { KeptBooks } from '../../core/ports/kept-books.ts'
import { writeFailure } from '../write-failure.ts'
import { openFileSource, type FileSource } from './file-source.ts'
import { openArchive } from './zip-archive.ts'

const ending = '.epub'
const unfinished = '.part'
const copyBytes = 1024 ** 2

/** `settings`: those in force, asked for each file. */
export function openKeptBooks(folder: string, settings: () => Settings): KeptBooks {
  const turns = createTurns()
  /** How many imports want a digest to stay. */
  const held = new Map<string, number>()
  const pathOf = (digest: string) => join(folder, digest + ending)
  const isHeld = (name: string) => held.has(name.split('.', 1)[0] ?? '')

  const hold = (digest: string): (() => void) => {
    held.set(digest, (held.get(digest) ?? 0) + 1)
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      const left = (held.get(digest) ?? 1) - 1
      if (left === 0) held.delete(digest)
      else held.set(digest, left)
    }
  }

  const copy = async (path: string, digest: string, signal: AbortSignal) => {
    const source = await openFileSource(path, settings())
    const part = pathOf(digest) + unfinished
    try {
      // One that was cut short by hand is copied anew.
      if ((await sizeOf(pathOf(digest))) === source.size) return
      await told(folder, () => mkdir(folder, { recursive: true }))
      await told(folder, () => copyInto(part, source, signal))
      if ((await source.digest()) !== digest) throw fail('file-changed', { name: source.name })
      await told(folder, () => rename(part, pathOf(digest)))
    } catch (error) {
      // What is told is why it was not kept; what is left the next sweep takes.
      await rm(part, { force: true }).catch(() => {})
      throw error
    } finally {
      await source.close()
    }
  }

  return {
    async keep(path, digest, signal) {
      const release = hold(digest)
      try {
        await turns(folder, () => copy(path, digest, signal))
        return release
      } catch (error) {
        release()
        throw error
      }
    },
    async open(digest) {
      const path = pathOf(digest)
      if ((await sizeOf(path)) === null) return null
      const now = settings()
      const source = await openFileSource(path, now)
      try {
        const archive = await openArchive(source, bookLimits(now).archive)
        const close = async () => {
          await archive.close()
          await source.close()
        }
        return { path, archive: { ...archive, close } }
      } catch (error) {
        await source.close()
        throw error
      }
    },
    sweep: (used) =>
      turns(folder, async () => {
        const names = (await namesIn(folder)).filter((name) => !isHeld(name))
        if (names.length === 0) return
        const wanted = new Set([...(await used())].map((digest) => digest + ending))
        for (const name of names)
          if (!wanted.has(name) && !isHeld(name)) await rm(join(folder, name), { force: true })
      }),
    async stats() {
      const names = (await namesIn(folder)).filter((name) => name.endsWith(ending))
      const sizes = await Promise.all(
        names.map((name) => stat(join(folder, name)).catch(() => null)),
      )
      const bytes = sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0)
      const none = { hits: 0, misses: 0, evictions: 0, expiries: 0 }
      return { kind: 'books', entries: names.length, bytes, ...none }
    },
  }
}

/** In bytes; null where no file is. */
const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

async function copyInto(part: string, source: FileSource, signal: AbortSignal): Promise<void> {
  const file = await open(part, 'w')
  try {
    for (let at = 0; at < source.size; at += copyBytes) {
      signal.throwIfAborted()
      await file.writeFile(await source.read(at, copyBytes))
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What the folder's disk says, in words; what the book's own file says goes on as it is. */
async function told<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isOurs = error instanceof FailureError || (error as Error).name === 'AbortError'
    throw isOurs ? error : writeFailure(error, folder)
  }
}
