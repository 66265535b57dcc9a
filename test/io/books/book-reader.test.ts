// The reader's process: what it yields, that it holds back, that it ends.
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/contract/index.ts'
import { failureOf } from '../../../src/core/base/failure-error.ts'
import type { ReadEvent } from '../../../src/core/ports/books.ts'
import { createBookReader } from '../../../src/io/books/book-reader.ts'
import { systemClock } from '../../../src/io/clock.ts'
import type { Channel, Launch } from '../../../src/io/process/channel.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { epubFile } from '../../fixtures/epub-file.ts'
import { failureOfReading, gather } from '../../fixtures/read-all.ts'
import { builtWorkers } from '../../fixtures/built.ts'

let folder = ''
const children: { channel: Channel; ended: Promise<void> }[] = []

/** Remembers the processes, so that a test can see them end. */
const launch: Launch = (address, options) => {
  const channel = forkProcess(address, options)
  children.push({ channel, ended: new Promise((resolve) => channel.onExit(() => resolve())) })
  return channel
}
const reader = createBookReader({
  launch,
  entry: builtWorkers.reader,
  clock: systemClock,
  settings: defaultSettings,
})
const never = new AbortController().signal
const file = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-reader-'))))
afterAll(async () => {
  await Promise.all(children.map(({ ended }) => ended))
  await rm(folder, { recursive: true })
})

const paragraph = `<p>${'Words of a chapter. '.repeat(500)}</p>`
const documents = Array.from({ length: 60 }, (_, n) => ({
  name: `c${n}.xhtml`,
  body: `<h2>Chapter ${n}</h2>${paragraph}`,
}))

describe('reading a book in a process of its own', () => {
  it('yields everything in order, the digest last', async () => {
    const path = await file('book.epub', epubFile({ documents }))
    const book = await gather(reader.read(path, never))
    expect(book.header.title).toBe('A Book')
    expect(book.chapters.map(({ blocks }) => blocks[0]?.text)).toEqual(
      documents.map((_, n) => `Chapter ${n}`),
    )
    expect(book.kinds.at(-1)).toBe('end')
    expect(book.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('keeps the limits that a person has set', async () => {
    const path = await file('many.epub', epubFile({ documents }))
    const settings = () => ({ ...defaultSettings(), maxEntries: 20 })
    const strict = createBookReader({
      launch,
      entry: builtWorkers.reader,
      clock: systemClock,
      settings,
    })
    const { code, params } = await failureOfReading(gather(strict.read(path, never)))
    expect([code, params['name']]).toEqual(['book-hostile', 'many.epub'])
  })

  it('brings failures across', async () => {
    expect(
      (await failureOfReading(gather(reader.read(join(folder, 'nowhere.epub'), never)))).code,
    ).toBe('file-missing')
    const png = await file('picture.epub', Buffer.from('89504e470d0a1a0a00000000', 'hex'))
    expect(await failureOfReading(gather(reader.read(png, never)))).toMatchObject({
      code: 'not-a-book',
      params: { name: 'picture.epub' },
    })
  })

  it('ends its process when nobody reads on', async () => {
    const path = await file('left.epub', epubFile({ documents }))
    for await (const event of reader.read(path, never)) if (event.kind === 'chapter') break
    await children.at(-1)?.ended
  })

  it('ends its process when it is cancelled', async () => {
    const path = await file('cancelled.epub', epubFile({ documents }))
    const controller = new AbortController()
    const seen: ReadEvent['kind'][] = []
    const work = (async () => {
      for await (const event of reader.read(path, controller.signal)) {
        seen.push(event.kind)
        if (seen.length === 3) controller.abort()
      }
    })()
    expect(failureOf(await work.catch((error: unknown) => error)).code).toBe('cancelled')
    await children.at(-1)?.ended
    const before = children.length
    expect(
      failureOf(await gather(reader.read(path, controller.signal)).catch((error: unknown) => error))
        .code,
    ).toBe('cancelled')
    expect(children).toHaveLength(before)
  })

  it.each([
    ['grows', (path: string) => appendFile(path, 'more')],
    ['vanishes', (path: string) => rm(path)],
  ])('refuses a file that %s while it is read', async (how, change) => {
    const path = await file(`${how}.epub`, epubFile({ documents }))
    const work = (async () => {
      let changed = false
      for await (const event of reader.read(path, never)) {
        if (!changed && event.kind === 'chapter') await change(path)
        changed ||= event.kind === 'chapter'
      }
    })()
    expect((await failureOfReading(work)).code).toBe('file-changed')
    await children.at(-1)?.ended
  })

  it('says so when the process dies or does not answer', async () => {
    const path = await file('dies.epub', epubFile({ documents }))
    const dying: Launch = (address, options) => {
      const channel = launch(address, options)
      channel.kill()
      return channel
    }
    const brittle = createBookReader({
      launch: dying,
      entry: builtWorkers.reader,
      clock: systemClock,
      settings: defaultSettings,
    })
    expect(await failureOfReading(gather(brittle.read(path, never)))).toMatchObject({
      code: 'book-hostile',
    })
    // A clock on which any time is over at once.
    const late = {
      ...systemClock,
      after: (_ms: number, run: () => void) => (queueMicrotask(run), () => {}),
    }
    const hasty = createBookReader({
      launch,
      entry: builtWorkers.reader,
      clock: late,
      settings: defaultSettings,
    })
    expect(await failureOfReading(gather(hasty.read(path, never)))).toMatchObject({
      code: 'book-hostile',
      params: { limit: 'time' },
    })
  })
})
