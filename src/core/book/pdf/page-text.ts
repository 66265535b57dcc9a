// One page: runs in, lines in reading order out.
import type { PdfPage } from '../../ports/pdf.ts'
import { readingOrder } from './columns.ts'
import { rowsWithCapitals } from './drop-capitals.ts'
import type { PageText } from './line.ts'
import { foldForms } from './presentation-forms.ts'
import { upright } from './upright.ts'

/** `before`: the page before, whose columns go on. */
export function pageText(page: PdfPage, before?: PageText): PageText {
  const { width, height, runs: drawn } = upright(page)
  const runs = drawn.map((run) => ({ ...run, text: foldForms(run.text) }))
  return { width, height, ...readingOrder(rowsWithCapitals(runs), before?.gutters) }
}
