// What a PDF says of itself: its XMP first, then the older information dictionary.
import type { PdfFacts } from '../../../core/ports/pdf.ts'
import type { PdfJsDocument } from './pdfjs.ts'

const words = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  )

/** Empty where it says nothing, or cannot be read. */
export async function readPdfFacts(document: PdfJsDocument): Promise<PdfFacts> {
  const none: PdfFacts = { title: '', authors: [], language: '' }
  const read = await document.getMetadata().catch(() => null)
  if (!read) return none
  const info = read.info as Record<string, unknown>
  const xmp = (name: string): string[] => words(read.metadata?.get(name))
  const authors = xmp('dc:creator')
  return {
    title: xmp('dc:title')[0] ?? words(info['Title'])[0] ?? '',
    authors: authors.length > 0 ? authors : words(info['Author']),
    language: words(info['Language'])[0] ?? xmp('dc:language')[0] ?? '',
  }
}
