// The file of an imported EPUB: kept with its project, gone with it; and what is exported where there is none.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings, type Job } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import type { KeptBooks } from '../../../src/core/ports/kept-books.ts'
import { openKeptBooks } from '../../../src/io/books/kept-books.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { epubEntries } from '../../fixtures/epub-entries.ts'
import { epub3 } from '../../fixtures/read-along-epubs.ts'
import { callsOf, type StudioCalls } from '../../fixtures/studio-calls.ts'
import { quietCodecs, studioPorts, type TestStudio } from '../../fixtures/studio-ports.ts'
import { readerHere } from '../../fixtures/woven-book.ts'

let home: string
const at = (name: string) => join(home, name)
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lectern-sources-'))
  writeFileSync(at('lamp.epub'), epub3())
  writeFileSync(at('tale.txt'), 'A tale.')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

type Shelf = StudioCalls & {
  add(name: string): Promise<Job>
  /** With a read-along book beside it; the names in that. */
  exported(job: Job): Promise<{ job: Job; names: string[] }>
  kept(): string[]
}

async function withShelf(work: (shelf: Shelf) => Promise<void>, more: Partial<KeptBooks> = {}) {
  const test = shelfPorts(more)
  await onShelf(test, work)
  return test
}

function shelfPorts(more: Partial<KeptBooks>) {
  const codecs = quietCodecs()
  const { writeFile } = codecs
  codecs.writeFile = (request, onProgress, signal) => {
    writeFileSync(request.target, 'sound')
    return writeFile(request, onProgress, signal)
  }
  const keptBooks = { ...openKeptBooks(at('books'), defaultSettings), ...more }
  return studioPorts(systemClock, { reader: readerHere, keptBooks, codecs })
}

async function onShelf({ ports, options }: TestStudio, work: (shelf: Shelf) => Promise<void>) {
  const studio = await openStudio(ports, options)
  const calls = callsOf(studio)
  const { call, end } = calls
  const add = async (name: string) =>
    end((await call('book.import', { ticket: ports.tickets.issue('book', at(name)) })).jobId)
  const exported = async ({ projectId = '' }: Job) => {
    const scope = { kind: 'ticked' } as const
    await end((await call('speech.start', { projectId, scope })).jobId)
    const ticket = ports.tickets.issue('target', at('out.mp3'))
    const wish = { format: 'mp3', overlay: true } as const
    const job = await end((await call('export.start', { projectId, ticket, ...wish })).jobId)
    const entries = await epubEntries(readFileSync(at('out.read-along.epub')))
    return { job, names: entries.map(({ name }) => name) }
  }
  const kept = () => (existsSync(at('books')) ? readdirSync(at('books')) : [])
  try {
    await work({ ...calls, add, exported, kept })
  } finally {
    await studio.close()
  }
}

const digest = createHash('sha256').update(epub3()).digest('hex')

describe('the file of an imported book', () => {
  it('is kept for an EPUB alone, once, and counted', async () => {
    await withShelf(async ({ add, call, kept }) => {
      await add('tale.txt')
      expect(kept()).toEqual([])
      await add('lamp.epub')
      await add('lamp.epub')
      expect(kept()).toEqual([`${digest}.epub`])
      const { kinds } = await call('cache.stats', {})
      expect(kinds.find(({ kind }) => kind === 'books')).toMatchObject({ entries: 1 })
    })
  })

  it('goes with the last project of it, when that is gone for good', async () => {
    const test = await withShelf(async ({ add, call, kept }) => {
      const [tale, lamp] = [await add('tale.txt'), await add('lamp.epub')]
      await call('project.remove', { projectId: tale.projectId ?? '' })
      await call('project.remove', { projectId: lamp.projectId ?? '' })
      expect(kept()).toHaveLength(1)
    })
    await onShelf(test, async ({ kept }) => expect(kept()).toEqual([]))
  })

  it('stays for the other projects of it', async () => {
    const test = await withShelf(async ({ add, call }) => {
      const { projectId = '' } = await add('lamp.epub')
      await call('project.duplicate', { projectId, title: 'The Lamp (copy)' })
      await call('project.remove', { projectId })
    })
    await onShelf(test, async ({ kept }) => expect(kept()).toHaveLength(1))
  })

  it('that finds no room on the disk costs the import, and leaves nothing behind', async () => {
    const keep = () => Promise.reject(fail('disk-full', { folder: home }))
    await withShelf(
      async ({ add, call, kept }) => {
        expect(await add('lamp.epub')).toMatchObject({
          state: 'failed',
          failure: { code: 'disk-full' },
        })
        expect((await call('library.list', {})).projects).toEqual([])
        expect(kept()).toEqual([])
      },
      { keep },
    )
  })
})

describe('a read-along book', () => {
  it('is made from the EPUB that was kept', async () => {
    await withShelf(async ({ add, exported }) => {
      const { job, names } = await exported(await add('lamp.epub'))
      expect(job.result?.readAlong).toEqual({ from: 'book', unplaced: 0 })
      expect(names).toContain('OEBPS/fonts/odd.otf')
    })
  })

  it('follows what a person has edited, moved and joined', async () => {
    await withShelf(async ({ add, call, exported }) => {
      const lamp = await add('lamp.epub')
      const projectId = lamp.projectId ?? ''
      const { rows } = await call('segment.list', { projectId, from: 0, count: 5 })
      const { id: segmentId = '' } = rows[1] ?? {}
      await call('segment.edit', { projectId, segmentId, text: 'Something else.' })
      const { job } = await exported(lamp)
      expect(job.result?.readAlong).toEqual({ from: 'book', unplaced: 0 })
    })
  })

  it('is made from the text where the book was imported before files were kept, and says so', async () => {
    await withShelf(async ({ add, exported }) => {
      const lamp = await add('lamp.epub')
      rmSync(at('books'), { recursive: true })
      const { job, names } = await exported(lamp)
      expect(job.result?.readAlong).toEqual({ from: 'text', reason: 'not-kept', unplaced: 0 })
      expect(names).toContain('EPUB/chapter-0001.xhtml')
    })
  })

  it('is made from the text where the kept file is damaged, and leaves nothing of the attempt', async () => {
    await withShelf(async ({ add, exported }) => {
      const lamp = await add('lamp.epub')
      truncateSync(at(`books/${digest}.epub`), 1000)
      const { job, names } = await exported(lamp)
      expect(job.result?.readAlong).toMatchObject({ from: 'text', reason: 'not-possible' })
      expect(names).toContain('EPUB/chapter-0001.xhtml')
      expect(readdirSync(home).toSorted()).toEqual(
        ['books', 'lamp.epub', 'out.mp3', 'out.read-along.epub', 'tale.txt'].toSorted(),
      )
    })
  })

  it('is made from the text where a picture in the kept file is damaged', async () => {
    await withShelf(async ({ add, exported }) => {
      const lamp = await add('lamp.epub')
      const bytes = readFileSync(at(`books/${digest}.epub`))
      const picture = bytes.indexOf('OEBPS/pictures/dot.png') + 'OEBPS/pictures/dot.png'.length
      bytes.writeUInt8(bytes.readUInt8(picture + 20) ^ 0xff, picture + 20)
      writeFileSync(at(`books/${digest}.epub`), bytes)
      const { job, names } = await exported(lamp)
      expect(job.result?.readAlong).toMatchObject({ from: 'text', reason: 'not-possible' })
      expect(names).toContain('EPUB/chapter-0001.xhtml')
    })
  })

  it('of a book that never was an EPUB is made from the text as ever', async () => {
    await withShelf(async ({ add, exported }) => {
      const { job } = await exported(await add('tale.txt'))
      expect(job.result?.readAlong).toEqual({ from: 'text', unplaced: 0 })
    })
  })
})
