// One page of a PDF as runs of text, upright and from the top down, within limits of size and time.
import { fail } from '../../../core/base/failure-error.ts'
import type { PdfLimits, PdfPage, PdfRun } from '../../../core/ports/pdf.ts'
import { cpuMs } from '../cpu-time.ts'
import type { PdfJsDocument, PdfJsPage } from './pdfjs.ts'

type Chunk = Awaited<ReturnType<PdfJsPage['getTextContent']>>
type Item = Extract<Chunk['items'][number], { str: string }>
type Matrix = readonly number[]

const times = (a: Matrix, b: Matrix): number[] => {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ]
}

/** Quarter turns clockwise of the writing direction on the page; 4 for what is askew. */
const turnsOf = (dx: number, dy: number): number => {
  const quarters = Math.atan2(dy, dx) / (Math.PI / 2)
  const whole = Math.round(quarters)
  return Math.abs(quarters - whole) > 0.03 ? 4 : (whole + 4) % 4
}

function runOf(item: Item, toPage: Matrix, vertical: boolean): PdfRun {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = times(toPage, item.transform as number[])
  return {
    text: item.str,
    x,
    y,
    width: (vertical ? item.height : item.width) * Math.hypot(toPage[0] ?? 1, toPage[1] ?? 0),
    size: Math.hypot(c, d),
    font: item.fontName,
    turns: turnsOf(a, b),
    vertical,
    rightToLeft: item.dir === 'rtl',
  }
}

/** What the file calls a page, as pdf.js tells it. */
export const nameOfPage = ({ num, gen }: { num: number; gen: number }): string => `${num} ${gen}`

/** Null for a page that cannot be read. Notes where it is in `known`. Fails with `book-hostile`. */
export async function readPdfPage(
  document: PdfJsDocument,
  index: number,
  name: string,
  limits: PdfLimits,
  known: Map<string, number>,
): Promise<PdfPage | null> {
  const began = cpuMs()
  const hostile = (limit: string) => fail('book-hostile', { name, limit }, `page ${index + 1}`)
  let page: PdfJsPage | null = null
  try {
    page = await document.getPage(index + 1)
    if (page.ref) known.set(nameOfPage(page.ref), index)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const runs: PdfRun[] = []
    const vertical = new Map<string, boolean>()
    let characters = 0
    const reader = (page.streamTextContent() as ReadableStream<Chunk>).getReader()
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return { width, height, runs }
      if (cpuMs() - began > limits.maxPageMs) throw hostile('time')
      for (const [font, style] of Object.entries(value.styles)) vertical.set(font, style.vertical)
      for (const item of value.items) {
        if (!('str' in item) || item.str === '') continue
        runs.push(runOf(item, transform, vertical.get(item.fontName) ?? false))
        characters += item.str.length
      }
      if (runs.length > limits.maxPageRuns || characters > limits.maxPageCharacters)
        throw hostile('text of one page')
    }
  } catch (error) {
    if ((error as { name?: string }).name === 'FailureError') throw error
    return null
  } finally {
    page?.cleanup()
  }
}
