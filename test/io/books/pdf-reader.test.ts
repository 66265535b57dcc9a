// PDFs in the reader's process: quiet, watched, ended when they take too much.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/contract/index.ts'
import { createBookReader } from '../../../src/io/books/book-reader.ts'
import { systemClock } from '../../../src/io/clock.ts'
import type { Launch } from '../../../src/io/process/channel.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { pdfFile } from '../../fixtures/pdf-file.ts'
import { prose, typeset } from '../../fixtures/pdf-type.ts'
import { failureOfReading, gather } from '../../fixtures/read-all.ts'
import { builtWorkers } from '../../fixtures/built.ts'

let folder = ''
let noise = ''
const ends: Promise<void>[] = []
const launch: Launch = (address, options) => {
  const channel = forkProcess(address, { ...options, onNoise: (text) => (noise += text) })
  ends.push(new Promise((resolve) => channel.onExit(() => resolve())))
  return channel
}
const reader = createBookReader({
  launch,
  entry: builtWorkers.reader,
  clock: systemClock,
  settings: defaultSettings,
})
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
