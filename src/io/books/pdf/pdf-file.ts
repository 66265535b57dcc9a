// A PDF behind the core's port: read in ranges, its pages one after another, within the core's limits.
import { fail } from '../../../core/base/failure-error.ts'
import type { ByteSource } from '../../../core/ports/books.ts'
import type { OpenPdf } from '../../../core/ports/pdf.ts'
import { readPdfFacts } from './pdf-facts.ts'
import { readPdfOutline } from './pdf-outline.ts'
import { readPdfPage } from './pdf-page.ts'
import { loadPdfJs, onOverflow, textOnly, type PdfJs } from './pdfjs.ts'

const rangeBytes = 256 * 1024
const cleanUpEvery = 50

/** A pdf.js transport over a source; `broken` rejects when the source does. */
function transportOf({ PDFDataRangeTransport }: PdfJs, source: ByteSource) {
  const { promise: broken, reject } = Promise.withResolvers<never>()
  broken.catch(() => {})
  class SourceTransport extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      source.read(begin, end - begin).then((bytes) => this.onDataRange(begin, bytes), reject)
    }
  }
  return { transport: new SourceTransport(source.size, null), broken, breakOff: reject }
}

/** What pdf.js ends with, in our words; what the source or the limits said goes on as it is. */
function worded(name: string, error: unknown): unknown {
  const { name: kind, message } = error as { name?: string; message?: string }
  if (kind === 'FailureError') return error
  if (kind === 'PasswordException') return fail('book-protected', { name, scheme: 'a password' })
  if (/encryption/i.test(message ?? ''))
    return fail('book-protected', { name, scheme: 'encryption' }, message)
  return fail('book-damaged', { name }, `${kind}: ${message}`)
}

export const openPdf: OpenPdf = async (source, limits) => {
  const { name } = source
  const pdf = await loadPdfJs()
  const { transport, broken, breakOff } = transportOf(pdf, source)
  const task = pdf.getDocument({ ...textOnly, range: transport, rangeChunkSize: rangeBytes })
  const forget = onOverflow(() => breakOff(fail('book-hostile', { name, limit: 'unpacked size' })))
  const close = async () => {
    forget()
    // What hangs in a page would never end: nobody waits for it.
    task.destroy().catch(() => {})
  }
  const answered = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await Promise.race([work, broken])
    } catch (error) {
      throw worded(name, error)
    }
  }
  try {
    const document = await answered(task.promise)
    if (document.numPages > limits.maxPages)
      throw fail('book-hostile', { name, limit: 'number of pages' })
    return {
      pageCount: document.numPages,
      facts: () => answered(readPdfFacts(document)),
      outline: () => answered(readPdfOutline(document, limits.maxOutlineEntries)),
      async page(index) {
        // What pdf.js remembers of its pages would grow with the book.
        if (index % cleanUpEvery === cleanUpEvery - 1) await answered(document.cleanup())
        return answered(readPdfPage(document, index, name, limits))
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
