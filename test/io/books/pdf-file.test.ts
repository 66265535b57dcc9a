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

describe('a PDF of many pages', () => {
  it('is read to its end, and its outline after that, though the file is opened again', async () => {
    const pages = Array.from({ length: 1700 }, (_, page) => [{ text: `${page}`, x: 60, y: 90 }])
    const outline = [
      { title: 'One', page: 3 },
      { title: 'Two', page: 1600, top: 90 },
    ]
    const source = memorySource(pdfFile({ pages, outline }), 'book.pdf')
    const pdf = await openPdf(source, { ...pdfLimits, maxPages: 2000 })
    const textOf = async (index: number) => (await pdf.page(index))?.runs.map(({ text }) => text)
    for (const index of pages.keys()) expect(await textOf(index)).toEqual([`${index}`])
    expect(await pdf.outline()).toMatchObject([
      { title: 'One', page: 3, top: null },
      { title: 'Two', page: 1600, top: 90 },
    ])
    expect(await textOf(5)).toEqual(['5'])
    await pdf.close()
  })

  it('that lists them all in one place is not read whole for the first of them', async () => {
    const pages = Array.from({ length: 300 }, () => typeset([prose(1, 300)]))
    const source = memorySource(pdfFile({ pages }), 'book.pdf')
    let bytes = 0
    const read: typeof source.read = (offset, length) => {
      bytes += length
      return source.read(offset, length)
    }
    const pdf = await openPdf({ ...source, read }, { ...pdfLimits, maxPages: 2000 })
    await pdf.page(0)
    await pdf.close()
    expect(bytes).toBeLessThan(0.8 * source.size)
  })
})

it('a guarded PDF is allowed more memory with every page that was read', async () => {
  const allowed: number[] = []
  const open = guardedPdf(openPdf, () => (megabytes) => void allowed.push(megabytes))
  const pages = Array.from({ length: 301 }, () => typeset([prose(1)]))
  const pdf = await open(memorySource(pdfFile({ pages }), 'book.pdf'), {
    ...pdfLimits,
    maxPages: 400,
  })
  for (const index of [0, 100, 300]) await pdf.page(index)
  await pdf.close()
  expect(allowed).toEqual([0, 1, 3])
})
