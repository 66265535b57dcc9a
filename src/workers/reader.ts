// The process that reads one book: opened once, asked for batch after batch, killed when it is not needed.
import { cpuMs } from '../io/books/cpu-time.ts'
import { openFileSource, type FileSource } from '../io/books/file-source.ts'
import { createBatches, type Batch, type OpenBook, type OpenedBook } from '../io/books/batches.ts'
import { startMemoryGuard } from '../io/books/memory-guard.ts'
import { guardedPdf } from '../io/books/pdf/guarded-pdf.ts'
import { openPdf } from '../io/books/pdf/pdf-file.ts'
import { openArchive } from '../io/books/zip-archive.ts'
import { systemClock } from '../io/clock.ts'
import { serve } from '../io/process/serve.ts'
import { readBook } from '../core/book/read-book.ts'
import { bookLimits } from '../core/book/limits.ts'
import { invariant } from '../core/base/invariant.ts'
import type { ReadEvent } from '../core/ports/books.ts'

let source: FileSource | null = null
let next: (() => Promise<Batch>) | null = null

const guardEntry = new URL(
  import.meta.url.endsWith('.ts') ? './reader-guard.ts' : './reader-guard.js',
  import.meta.url,
)

serve({
  async open({ path, settings, wish }: OpenBook): Promise<OpenedBook> {
    invariant(source === null, 'a reader reads one book')
    const { readChunkBytes } = settings
    const opened = await openFileSource(path, settings)
    source = opened
    const events = readBook(opened, {
      openArchive,
      openPdf: guardedPdf(openPdf, () => startMemoryGuard(guardEntry)),
      digest: () => opened.digest(),
      readChunkBytes,
      limits: bookLimits(settings),
      ...wish,
    })
    next = createBatches(withMemory(events), {
      name: opened.name,
      fileBytes: opened.size,
      clock: systemClock,
      cpuMs,
      doneBytes: () => opened.doneBytes,
    })
    return { fileBytes: opened.size }
  },
  /** The next events; nothing is read ahead of being asked for, so nothing piles up. */
  next(): Promise<Batch> {
    invariant(next, 'a book is opened before it is read')
    return next()
  },
})

/** At the end it is known how much memory the book took. */
async function* withMemory(events: AsyncIterable<ReadEvent>): AsyncGenerator<ReadEvent> {
  for await (const event of events)
    yield event.kind === 'end'
      ? { ...event, peakRssBytes: process.resourceUsage().maxRSS * 1024 }
      : event
}
