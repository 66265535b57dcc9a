// pdf.js does a page in one go, which nothing inside its process can stop: it says before each that it is alive.
import type { OpenPdf } from '../../../core/ports/pdf.ts'

/** What is promised: a full page takes a hundredth of it, a hostile one has to be answered in 5 seconds. */
const pdfSilenceMs = 3500
/** More signs are noise. */
const signEveryMs = 500

/** `promise` tells the launcher how long the next sign may take; infinity: as long as with any book. */
export function watchPdf(openPdf: OpenPdf, promise: (withinMs: number) => void): OpenPdf {
  let last = -Infinity
  const sign = async () => {
    const now = performance.now()
    if (now - last < signEveryMs) return
    last = now
    promise(pdfSilenceMs)
    // The message has to be on its way before the process falls silent.
    await new Promise(setImmediate)
  }
  const calm = () => {
    last = -Infinity
    promise(Infinity)
  }

  return async (source, limits) => {
    await sign()
    const pdf = await openPdf(source, limits)
    return {
      pageCount: pdf.pageCount,
      facts: async () => (await sign(), pdf.facts()),
      page: async (index) => (await sign(), pdf.page(index)),
      async outline() {
        await sign()
        const entries = await pdf.outline()
        // The rest is ours, and known to end.
        calm()
        return entries
      },
      async close() {
        calm()
        await pdf.close()
      },
    }
  }
}
