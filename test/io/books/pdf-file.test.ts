// A PDF behind its port: what counts as too much work for one page.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pdfLimits } from '../../../src/core/book/limits.ts'
import { guardedPdf } from '../../../src/io/books/pdf/guarded-pdf.ts'
import { openPdf } from '../../../src/io/books/pdf/pdf-file.ts'
import { memorySource } from '../../fixtures/memory-source.ts'
import { pdfFile } from '../../fixtures/pdf-file.ts'
import { prose, typeset } from '../../fixtures/pdf-type.ts'
import { failureOfReading } from '../../fixtures/read-all.ts'

const minute = 60_000
const firstPage = async (paragraphs: number) => {
  const texts = Array.from({ length: paragraphs }, (_, index) => prose(index))
  const source = memorySource(pdfFile({ pages: [typeset(texts)] }), 'book.pdf')
  const pdf = await openPdf(source, { ...pdfLimits, maxPages: 10 })
  try {
    return await pdf.page(0)
  } finally {
    await pdf.close()
  }
}

afterEach(() => void vi.restoreAllMocks())

describe('a page of a PDF', () => {
  it('is read though the computer slept meanwhile', async () => {
    let time = 0
    vi.spyOn(performance, 'now').mockImplementation(() => (time += minute))
    expect((await firstPage(2))?.runs.length).toBeGreaterThan(5)
  })

  it('is hostile when it takes seconds of work', async () => {
    let work = 0
    vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({
      user: (work += minute * 1000),
      system: 0,
    }))
    expect(await failureOfReading(firstPage(20))).toMatchObject({
      code: 'book-hostile',
      params: { name: 'book.pdf', limit: 'time' },
    })
  })
})

it('a guarded PDF is allowed more memory with every page that was read', async () => {
  const allowed: number[] = []
  const open = guardedPdf(openPdf, () => (megabytes) => void allowed.push(megabytes))
  const pages = Array.from({ length: 101 }, () => typeset([prose(1)]))
  const pdf = await open(memorySource(pdfFile({ pages }), 'book.pdf'), {
    ...pdfLimits,
    maxPages: 200,
  })
  for (const index of [0, 50, 100]) await pdf.page(index)
  await pdf.close()
  expect(allowed).toEqual([0, 3, 6])
})
