// Reads books in a process of their own: one for each, killed at the end, on abort and when it takes too long.
import type { Failure } from '../../contract/index.ts'
import { fail, failure } from '../../core/base/failure-error.ts'
import { abortError, createScope, type Clock } from '../../core/base/scope.ts'
import type { BookReader, ReadEvent } from '../../core/ports/books.ts'
import type { Launch } from '../process/channel.ts'
import { connect } from '../process/remote.ts'
import { basename } from 'node:path'
import type { Batch, OpenBook } from './batches.ts'
import { createPatience } from './patience.ts'

export type BookReaderOptions = {
  launch: Launch
  /** Address of src/workers/reader. */
  entry: URL
  clock: Clock
  settings: () => { maxFileBytes: number; readChunkBytes: number }
  /** How long one batch may take before the book counts as hostile. */
  batchTimeoutMs?: number
}

/** Limit of the reader's heap. */
const heapMegabytes = 320
const defaultBatchTimeoutMs = 60_000

/** What a reader's end means: V8 aborts when its heap is full, and that has no exit code. */
const endOf = (name: string, code: number | null): Failure =>
  code === null || code === 134
    ? failure('book-hostile', { name, limit: 'memory' })
    : failure('unexpected', {}, `the reader ended with ${code}`)

/** Never fails itself: reading does, with every failure that `readBook` and the file name. */
export function createBookReader(options: BookReaderOptions): BookReader {
  const { launch, entry, clock, settings } = options
  const batchTimeoutMs = options.batchTimeoutMs ?? defaultBatchTimeoutMs

  async function* read(path: string, signal: AbortSignal): AsyncGenerator<ReadEvent> {
    if (signal.aborted) throw abortError()
    const name = basename(path)
    const scope = createScope()
    const remote = connect(launch(entry, { name: 'lectern-reader', heapMegabytes }), (code) =>
      endOf(name, code),
    )
    scope.own(() => remote.kill())
    const patience = createPatience(scope, clock, batchTimeoutMs)
    const hostile = () => fail('book-hostile', { name, limit: 'time' })
    const within = <T>(work: Promise<T>) => patience.wait(work, hostile)
    // A reader that may hang promises its next sign of life sooner.
    const onReport = (withinMs: number) => patience.expect(withinMs)
    try {
      const { maxFileBytes, readChunkBytes } = settings()
      const book: OpenBook = { path, maxFileBytes, readChunkBytes }
      await within(remote.call('open', book, { signal }))
      let coming: Promise<Batch> = remote.call('next', null, { signal, onReport })
      for (;;) {
        const batch = await within(coming)
        if (!batch.done) {
          // One batch is read while the one before is used; more would pile up.
          coming = remote.call('next', null, { signal, onReport })
          coming.catch(() => {})
        }
        yield* batch.events
        if (signal.aborted) throw abortError()
        if (batch.done) return
      }
    } finally {
      await scope.dispose()
    }
  }

  return { read }
}
