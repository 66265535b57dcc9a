// A PDF behind the core's port: read in ranges, its pages one after another, within the core's limits.
import { fail } from '../../../core/base/failure-error.ts'
import type { ByteSource } from '../../../core/ports/books.ts'
import type { OpenPdf } from '../../../core/ports/pdf.ts'
import { cpuMs } from '../cpu-time.ts'
import { createBreakable, type Breakable } from './breakable.ts'
import { readPdfFacts } from './pdf-facts.ts'
import { readPdfOutline } from './pdf-outline.ts'
import { readPdfPage } from './pdf-page.ts'
import { loadPdfJs, onOverflow, textOnly, type PdfJs, type PdfJsDocument } from './pdfjs.ts'

const rangeBytes = 256 * 1024
/** In pages. */
const cleanUpEvery = 50
const mostOfOpening = 1500
/** A damaged file, whose objects are looked for one by one, is opened once only. */
const dearToOpenMs = 500

/** A pdf.js transport over a source; `breakOff` hears what the source fails with. */
function transportOf(
  { PDFDataRangeTransport }: PdfJs,
  source: ByteSource,
  breakOff: (reason: unknown) => void,
) {
  class SourceTransport extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      source.read(begin, end - begin).then((bytes) => this.onDataRange(begin, bytes), breakOff)
    }
  }
  return new SourceTransport(source.size, null)
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

/**
 * Pages that are read before the file is opened again, about as many each time: fonts have other names then,
 * and the last few pages would have fonts that no other page has.
 */
const pagesOfOpening = (pageCount: number): number =>
  Math.ceil(pageCount / Math.ceil(pageCount / mostOfOpening)) + cleanUpEvery

type Opened = { document: PdfJsDocument; cpuMs: number; destroy(): void }

/** Nobody waits for the end of what hangs in a page: it has none. */
async function openDocument(
  pdf: PdfJs,
  source: ByteSource,
  { breakOff, wait }: Breakable,
): Promise<Opened> {
  const began = cpuMs()
  const task = pdf.getDocument({
    ...textOnly,
    range: transportOf(pdf, source, breakOff),
    rangeChunkSize: rangeBytes,
  })
  const destroy = () => void task.destroy().catch(() => {})
  try {
    const document = await wait(task.promise)
    return { document, cpuMs: cpuMs() - began, destroy }
  } catch (error) {
    destroy()
    throw error
  }
}

export const openPdf: OpenPdf = async (source, limits) => {
  const { name } = source
  const pdf = await loadPdfJs()
  const breakable = createBreakable()
  const forget = onOverflow(() =>
    breakable.breakOff(fail('book-hostile', { name, limit: 'unpacked size' })),
  )
  const answered = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await breakable.wait(work)
    } catch (error) {
      throw worded(name, error)
    }
  }
  let opened: Opened
  try {
    opened = await answered(openDocument(pdf, source, breakable))
  } catch (error) {
    forget()
    throw error
  }
  const close = async () => {
    forget()
    opened.destroy()
  }
  const pageCount = opened.document.numPages
  if (pageCount > limits.maxPages) {
    await close()
    throw fail('book-hostile', { name, limit: 'number of pages' })
  }
  /** Kept over what is forgotten: pdf.js looks for them one by one. */
  const knownPages = new Map<string, number>()
  const openAgainAfter = pagesOfOpening(pageCount)
  let read = 0

  /** What pdf.js remembers of its pages, and of the file, would grow with the book. */
  const forgetPages = async () => {
    read += 1
    if (read > openAgainAfter && opened.cpuMs < dearToOpenMs) {
      opened.destroy()
      opened = await answered(openDocument(pdf, source, breakable))
      read = 1
    } else if (read % cleanUpEvery === 0) await answered(opened.document.cleanup())
  }
  return {
    pageCount,
    facts: () => answered(readPdfFacts(opened.document)),
    outline: () => answered(readPdfOutline(opened.document, limits.maxOutlineEntries, knownPages)),
    async page(index) {
      await forgetPages()
      return answered(readPdfPage(opened.document, index, name, limits, knownPages))
    },
    close,
  }
}
