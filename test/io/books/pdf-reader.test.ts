// PDFs in the reader's process: quiet, watched, ended when they take too much.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/contract/index.ts'
import { fail, failureOf } from '../../../src/core/base/failure-error.ts'
import { createScope } from '../../../src/core/base/scope.ts'
import type { OpenPdf } from '../../../src/core/ports/pdf.ts'
import { createBookReader } from '../../../src/io/books/book-reader.ts'
import { createPatience } from '../../../src/io/books/patience.ts'
import { watchPdf } from '../../../src/io/books/pdf/watched-pdf.ts'
import { systemClock } from '../../../src/io/clock.ts'
import type { Launch } from '../../../src/io/process/channel.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { memorySource } from '../../fixtures/memory-source.ts'
import { pdfFile } from '../../fixtures/pdf-file.ts'
import { prose, typeset } from '../../fixtures/pdf-type.ts'
import { failureOfReading, gather } from '../../fixtures/read-all.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const entry = new URL('../../../src/workers/reader.ts', import.meta.url)
let folder = ''
let noise = ''
const ends: Promise<void>[] = []
const launch: Launch = (address, options) => {
  const channel = forkProcess(address, { ...options, onNoise: (text) => (noise += text) })
  ends.push(new Promise((resolve) => channel.onExit(() => resolve())))
  return channel
}
const reader = createBookReader({ launch, entry, clock: systemClock, settings: defaultSettings })
const read = async (name: string, content: Buffer) => {
  const path = join(folder, name)
  await writeFile(path, content)
  return gather(reader.read(path, new AbortController().signal))
}

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-pdf-'))))
afterAll(async () => {
  await Promise.all(ends)
  await rm(folder, { recursive: true })
})

describe('a PDF in a process of its own', () => {
  it('is read page by page, without a word on the console', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => prose(index))
    const pages = texts.map((text) => typeset([text]))
    const book = await read('book.pdf', pdfFile({ pages, info: { Title: 'A Book' } }))
    expect(book.header.title).toBe('A Book')
    expect(book.chapters.flatMap(({ blocks }) => blocks.map(({ text }) => text))).toEqual(texts)
    expect(book.kinds.at(-1)).toBe('end')
    expect(noise).toBe('')
  })

  it('ends when a page takes more memory than a book can', async () => {
    const string = Buffer.concat([
      Buffer.from('BT /F1 10 Tf 1 0 0 1 50 500 Tm ('),
      Buffer.alloc(46 * 1024 ** 2, 'A'),
      Buffer.from(') Tj ET'),
    ])
    const content = deflateSync(string)
    const file = pdfFile({
      pages: [[]],
      content: () => content,
      contentEntries: '/Filter /FlateDecode',
    })
    expect(await failureOfReading(read('large.pdf', file))).toMatchObject({
      code: 'book-hostile',
      params: { name: 'large.pdf' },
    })
  })
})

describe('patience', () => {
  const late = () => fail('book-hostile', { name: 'book', limit: 'time' })

  it('lasts as long as usual, or as was promised, from the promise on', async () => {
    const clock = createVirtualClock()
    const scope = createScope()
    const patience = createPatience(scope, clock, 60_000)
    const outcomes: string[] = []
    const wait = () =>
      void patience
        .wait(new Promise<never>(() => {}), late)
        .catch((error: unknown) => outcomes.push(`${failureOf(error).code} ${clock.now()}`))
    wait()
    await clock.advance(60_000)
    wait()
    await clock.advance(10_000)
    patience.expect(3000)
    await clock.advance(2000)
    patience.expect(3000)
    await clock.advance(3000)
    patience.expect(Infinity)
    wait()
    await clock.advance(59_000)
    expect(outcomes).toEqual(['book-hostile 60000', 'book-hostile 75000'])
    await scope.dispose()
  })
})

describe('a watched PDF', () => {
  it('promises its next sign before each work that may hang, and none when it is over', async () => {
    const promises: number[] = []
    const seen: number[] = []
    const open: OpenPdf = async () => ({
      pageCount: 1,
      facts: async () => ({ title: '', authors: [], language: '' }),
      outline: async () => [],
      page: async () => (seen.push(promises.length), null),
      close: async () => {},
    })
    const watched = watchPdf(open, (withinMs) => promises.push(withinMs))
    const limits = {
      maxPages: 1,
      maxPageRuns: 1,
      maxPageCharacters: 1,
      maxPageMs: 1,
      maxOutlineEntries: 1,
    }
    const pdf = await watched(memorySource('x'), limits)
    await pdf.page(0)
    await pdf.outline()
    await pdf.close()
    expect(seen).toEqual([1])
    expect(promises[0]).toBeLessThan(5000)
    expect(promises.at(-1)).toBe(Infinity)
  })
})
