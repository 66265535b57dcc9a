// Reads books in a process of their own: one for each, killed at the end, on abort and when it takes too long.
import type { Failure, Settings } from '../../contract/index.ts'
import { fail, failure } from '../../core/base/failure-error.ts'
import { abortError, createScope, type Clock, type Scope } from '../../core/base/scope.ts'
import { memoryLimits, silenceLimits } from '../../core/book/limits.ts'
import type { BookReader, ReadEvent, ReadWish } from '../../core/ports/books.ts'
import type { Launch } from '../process/channel.ts'
import { connect } from '../process/remote.ts'
import { basename } from 'node:path'
import type { Batch, OpenBook, OpenedBook } from './batches.ts'

export type BookReaderOptions = {
  launch: Launch
  /** Address of src/workers/reader. */
  entry: URL
  clock: Clock
  /** Read for each book. */
  settings: () => Settings
}

/** A file's disk may have to wake up, or be far away. */
const openWithinMs = 60_000
/**
 * A reader answers every second, if only to say that it is alive; one that does not for several is caught
 * in something without end. Counted in turns, so that a computer that slept accuses nobody.
 */
const turnMs = 1000

/** What a reader's end means: V8 aborts when its heap is full, and that has no exit code. */
const endOf = (name: string, code: number | null): Failure =>
  code === null || code === 134
    ? failure('book-hostile', { name, limit: 'memory' })
    : failure('unexpected', {}, `the reader ended with ${code}`)

type TimeLimit = { scope: Scope; name: string; ms: number; turns: number }

/** Never fails itself: reading does, with every failure that `readBook` and the file name. */
export function createBookReader(options: BookReaderOptions): BookReader {
  const { launch, entry, clock, settings } = options
  async function* read(
    path: string,
    signal: AbortSignal,
    wish: ReadWish = {},
  ): AsyncGenerator<ReadEvent> {
    if (signal.aborted) throw abortError()
    const name = basename(path)
    const scope = createScope()
    const remote = connect(
      launch(entry, { name: 'lectern-reader', heapMegabytes: memoryLimits.heapMegabytes }),
      (code) => endOf(name, code),
    )
    scope.own(() => remote.kill())
    const within = <T>(work: Promise<T>, ms: number, turns: number) =>
      withTimeout(work, { scope, name, ms, turns })
    try {
      const now = settings()
      const book: OpenBook = { path, settings: now, wish }
      const endsAt = clock.monotonic() + now.maxReadSeconds * 1000
      const opening = remote.call<OpenedBook>('open', book, { signal })
      const { fileBytes } = await within(opening, openWithinMs, 1)
      const silentTurns = silenceLimits.seconds(fileBytes)
      let coming: Promise<Batch> = remote.call('next', null, { signal })
      for (;;) {
        const batch = await within(coming, turnMs, silentTurns)
        if (!batch.done) {
          // One batch is read while the one before is used; more would pile up.
          coming = remote.call('next', null, { signal })
          coming.catch(() => {})
        }
        yield* batch.events
        if (signal.aborted) throw abortError()
        if (batch.done) return
        if (clock.monotonic() > endsAt)
          throw fail('book-hostile', { name, limit: 'time' }, 'too long')
      }
    } finally {
      await scope.dispose()
    }
  }

  /** Fails when the work is not done after so many turns. */
  const withTimeout = async <T>(work: Promise<T>, limit: TimeLimit): Promise<T> => {
    const { scope, name, ms } = limit
    let cancel = () => {}
    const late = new Promise<never>((_resolve, reject) => {
      const wait = (turns: number) => {
        cancel = scope.after(clock, ms, () => {
          if (turns > 1) wait(turns - 1)
          else reject(fail('book-hostile', { name, limit: 'time' }, 'no answer'))
        })
      }
      wait(limit.turns)
    })
    try {
      return await Promise.race([work, late])
    } finally {
      cancel()
    }
  }

  return { read }
}
