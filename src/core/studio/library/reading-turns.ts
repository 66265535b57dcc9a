// A shelf may be dropped at once: its books are read a few at a time, for each has a process.
import { createLimiter } from '../../base/limiter.ts'
import { untilAborted } from '../../base/until-aborted.ts'
import type { BookReader } from '../../ports/books.ts'

/** The same reader; `atOnce` books are read at the same time, and the others wait. */
export function readingInTurns(reader: BookReader, atOnce: number): BookReader {
  const limiter = createLimiter(atOnce, () => {})
  return {
    async *read(path, signal, wish) {
      const { promise, resolve: leave } = Promise.withResolvers<void>()
      try {
        await untilAborted(
          limiter.begin(() => promise),
          signal,
        )
        yield* reader.read(path, signal, wish)
      } finally {
        // Also where it was given up while it waited: its turn ends as soon as it comes.
        leave()
      }
    },
  }
}
