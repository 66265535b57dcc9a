// The process that reads one book: opened once, asked for batch after batch, killed when it is not needed.
import type { OpenPdf } from '../core/ports/pdf.ts'
import { openFileSource, type FileSource } from '../io/books/file-source.ts'
import { createBatches, type Batch, type OpenBook } from '../io/books/batches.ts'
import { startMemoryGuard } from '../io/books/memory-guard.ts'
import { openPdf } from '../io/books/pdf/pdf-file.ts'
import { watchPdf } from '../io/books/pdf/watched-pdf.ts'
import { openArchive } from '../io/books/zip-archive.ts'
import { serve } from '../io/process/serve.ts'
import { readBook } from '../core/book/read-book.ts'
import { invariant } from '../core/base/invariant.ts'

let source: FileSource | null = null
let next: (() => Promise<Batch>) | null = null
let promise: (withinMs: number) => void = () => {}

const guardEntry = new URL(
  import.meta.url.endsWith('.ts') ? './reader-guard.ts' : './reader-guard.js',
  import.meta.url,
)
const openWatched = watchPdf(openPdf, (withinMs) => promise(withinMs))

/** A thousand pages of a novel take 50 MB; so much is due to each page that has been read. */
const megabytesOfPage = 0.06

const openGuarded: OpenPdf = async (...args) => {
  const allow = startMemoryGuard(guardEntry)
  const pdf = await openWatched(...args)
  const page: typeof pdf.page = (index) => {
    allow(Math.round(index * megabytesOfPage))
    return pdf.page(index)
  }
  return { ...pdf, page }
}

serve({
  async open({ path, maxFileBytes, readChunkBytes }: OpenBook) {
    invariant(source === null, 'a reader reads one book')
    const opened = await openFileSource(path, { maxFileBytes, readChunkBytes })
    source = opened
    const dependencies = {
      openArchive,
      openPdf: openGuarded,
      digest: () => opened.digest(),
      readChunkBytes,
    }
    next = createBatches(readBook(opened, dependencies))
  },
  /** The next events; nothing is read ahead of being asked for, so nothing piles up. */
  next(_args: null, { report }): Promise<Batch> {
    invariant(next, 'a book is opened before it is read')
    promise = report
    return next()
  },
})
