// A shelf that is dropped at once.
import { expect, it } from 'vitest'
import type { BookReader, ReadEvent } from '../../../src/core/ports/books.ts'
import { readingInTurns } from '../../../src/core/studio/library/reading-turns.ts'

/** Reads until it is let go; counts how many are read at the same time. */
function countingReader() {
  let running = 0
  let most = 0
  const reader: BookReader = {
    async *read() {
      most = Math.max(most, (running += 1))
      await new Promise((resolve) => setImmediate(resolve))
      yield { kind: 'end', sha256: '' }
      running -= 1
    },
  }
  return { reader, most: () => most }
}

async function gather(events: AsyncIterable<ReadEvent>): Promise<number> {
  let count = 0
  for await (const _ of events) count += 1
  return count
}

it('no more books are read at once than may be, and one that is given up takes no turn', async () => {
  const { reader, most } = countingReader()
  const some = readingInTurns(reader, 2)
  const never = new AbortController().signal
  const cancel = new AbortController()
  const books = Array.from({ length: 20 }, () => gather(some.read('a book', never)))
  const given = gather(some.read('a book', cancel.signal))
  cancel.abort()
  await expect(given).rejects.toThrow('aborted')
  const last = gather(some.read('a book', never))
  expect(await Promise.all([...books, last])).toEqual(Array.from({ length: 21 }, () => 1))
  expect(most()).toBe(2)
})
