// The outline of a PDF, flat and in order, each entry with the page and the height that it leads to.
import type { PdfOutlineEntry } from '../../../core/ports/pdf.ts'
import { nameOfPage } from './pdf-page.ts'
import type { PdfJsDocument } from './pdfjs.ts'

type Reference = Parameters<PdfJsDocument['getPageIndex']>[0]
type Item = Awaited<ReturnType<PdfJsDocument['getOutline']>>[number]

/** Deeper entries count as this deep: the contract's headings know no more. */
const maxLevel = 32

/**
 * Empty where there is none, or none that can be read. Entries beyond `maxEntries` are dropped. `known` are
 * the pages that have been read, by `nameOfPage`.
 */
export async function readPdfOutline(
  document: PdfJsDocument,
  maxEntries: number,
  known: ReadonlyMap<string, number>,
): Promise<PdfOutlineEntry[]> {
  const roots: Item[] | null = await document.getOutline().catch(() => null)
  const entries: PdfOutlineEntry[] = []
  // A stack of its own: an outline may be as deep as the file likes.
  const waiting = (roots ?? []).map((item) => ({ item, level: 1 })).reverse()
  while (entries.length < maxEntries) {
    const next = waiting.pop()
    if (!next) break
    const { item, level } = next
    entries.push({ title: item.title, level, ...(await placeOf(document, item.dest, known)) })
    const below = Math.min(level + 1, maxLevel)
    for (const child of (item.items as Item[]).toReversed())
      waiting.push({ item: child, level: below })
  }
  return entries
}

const nowhere = { page: null, top: null }

async function placeOf(
  document: PdfJsDocument,
  dest: Item['dest'],
  known: ReadonlyMap<string, number>,
): Promise<Pick<PdfOutlineEntry, 'page' | 'top'>> {
  try {
    const explicit: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest
    if (!Array.isArray(explicit)) return nowhere
    const [target, kind, ...numbers] = explicit as [unknown, { name?: string }?, ...unknown[]]
    const page =
      typeof target === 'number'
        ? target
        : (known.get(nameOfPage(target as Reference)) ??
          (await document.getPageIndex(target as Reference)))
    if (!Number.isInteger(page) || page < 0 || page >= document.numPages) return nowhere
    const y = kind?.name === 'XYZ' ? numbers[1] : /^FitB?H$/.test(kind?.name ?? '') ? numbers[0] : 0
    if (typeof y !== 'number' || y === 0) return { page, top: null }
    const viewport = (await document.getPage(page + 1)).getViewport({ scale: 1 })
    const x = kind?.name === 'XYZ' && typeof numbers[0] === 'number' ? numbers[0] : 0
    return { page, top: Number(viewport.convertToViewportPoint(x, y)[1]) }
  } catch {
    // It names a place that is not there.
    return nowhere
  }
}
