// A PDF whose reader may take more memory with every page that it has read.
import { memoryLimits } from '../../../core/book/limits.ts'
import type { OpenPdf } from '../../../core/ports/pdf.ts'

/** `startGuard` begins to watch when a PDF is opened; what it returns allows so many megabytes more. */
export const guardedPdf =
  (open: OpenPdf, startGuard: () => (moreMegabytes: number) => void): OpenPdf =>
  async (...args) => {
    const allow = startGuard()
    const pdf = await open(...args)
    const page: typeof pdf.page = (index) => {
      allow(Math.round(index * memoryLimits.megabytesOfPage))
      return pdf.page(index)
    }
    return { ...pdf, page }
  }
