// Exports of several files, of part of a book, with captions: through the studio, into real folders.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportWish, Job } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import type { ExportRequest } from '../../../src/core/ports/codecs.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { withSize } from '../../fixtures/pictures.ts'
import { plainPng } from '../../fixtures/small-book.ts'
import { quietCodecs, readerOf, studioPorts } from '../../fixtures/studio-ports.ts'

let home: string
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'lectern-exports-'))))
afterEach(() => rmSync(home, { recursive: true }))

const smallPng = plainPng(60, 60, [20, 80, 60])
const enormousPng = withSize(smallPng, 60_000, 60_000)
/** Of one grey point, in one scan. */
const smallJpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300', 'hex'),
  Buffer.alloc(64, 1),
  Buffer.from('ffc0000b080001000101011100ffc4001400', 'hex'),
  Buffer.from('0100000000000000000000000000000000ffda0008010100003f0037ffd9', 'hex'),
])

/** Codecs that write what they were asked for instead of sound. */
function writingCodecs() {
  const codecs = quietCodecs()
  const requests: ExportRequest[] = []
  const { writeFile } = codecs
  codecs.writeFile = (request, onProgress, signal) => {
    requests.push(request)
    writeFileSync(request.target, request.chapters.map(({ title }) => title).join())
    return writeFile(request, onProgress, signal)
  }
  return { codecs, requests }
}

const reader = readerOf([['One.', 'Two.'], ['Three.'], ['Four.']])

async function exportAs(
  { call, end, studio, projectId }: OpenBook,
  name: string,
  wish: ExportWish,
  download = false,
): Promise<Job> {
  const ticket = studio.tickets.issue('target', join(home, name), { download })
  return end((await call('export.start', { projectId, ticket, ...wish })).jobId)
}

describe('an export', () => {
  it('by chapters fills a folder, and leaves nothing else', async () => {
    const { codecs, requests } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      const job = await exportAs(book, 'A Book', { format: 'mp3', split: { kind: 'chapters' } })
      expect(job).toMatchObject({ state: 'done', result: { files: 3, chapters: 3 } })
      expect(readdirSync(home)).toEqual(['A Book'])
      expect(readdirSync(join(home, 'A Book'))).toEqual([
        '01 Chapter 1.mp3',
        '02 Chapter 2.mp3',
        '03 Chapter 3.mp3',
        'metadata.json',
      ])
      const about = JSON.parse(readFileSync(join(home, 'A Book', 'metadata.json'), 'utf8')) as {
        title: string
        chapters: { start: number; end: number }[]
      }
      expect(about.title).toBe('A Book')
      expect(about.chapters[1]?.start).toBe(about.chapters[0]?.end)
      expect(requests.map(({ tags }) => tags.part?.number)).toEqual([1, 2, 3])
    })
  })

  it('leaves the book alone that lies where its audiobook goes, whatever lies beside that', async () => {
    const { codecs } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      for (const name of ['A Book.txt', 'A Book.epub']) writeFileSync(join(home, name), 'a book')
      const wish = { format: 'mp3', captions: 'labels', overlay: true } as const
      expect((await exportAs(book, 'A Book.mp3', wish)).state).toBe('done')
      for (const name of ['A Book.txt', 'A Book.epub'])
        expect(readFileSync(join(home, name), 'utf8')).toBe('a book')
      expect(readdirSync(home)).toContain('A Book.labels.txt')
      expect(readdirSync(home)).toContain('A Book.read-along.epub')
    })
  })

  it('replaces nothing where a folder stands in the way of one file', async () => {
    const { codecs } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      const folder = join(home, 'A Book')
      mkdirSync(join(folder, '02 Chapter 2.mp3'), { recursive: true })
      const job = await exportAs(book, 'A Book', { format: 'mp3', split: { kind: 'chapters' } })
      expect(job).toMatchObject({
        state: 'failed',
        failure: { code: 'folder-not-writable', params: { folder } },
      })
      expect(readdirSync(folder)).toEqual(['02 Chapter 2.mp3'])
      expect(readdirSync(home)).toEqual(['A Book'])
    })
  })

  it('goes to a browser as one zip', async () => {
    const { codecs } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      const wish = { format: 'mp3', split: { kind: 'chapters' } } as const
      const job = await exportAs(book, 'A Book.zip', wish, true)
      expect(job.result?.downloadAddress).toMatch(/^\/media\/export\//)
      expect(readdirSync(home)).toEqual(['A Book.zip'])
      expect(readFileSync(join(home, 'A Book.zip')).toString('latin1')).toContain(
        '02 Chapter 2.mp3',
      )
    })
  })

  it('goes to a browser as one zip where something lies beside it', async () => {
    const { codecs, requests } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      await exportAs(book, 'A Book.zip', { format: 'opus', captions: 'vtt' }, true)
      expect(requests.map(({ target }) => basename(target))).toEqual(['A Book.opus'])
      const zip = readFileSync(join(home, 'A Book.zip')).toString('latin1')
      expect(zip).toContain('A Book.vtt')
    })
  })

  it('shows a picture that a person chose, in the file and beside it', async () => {
    const { codecs, requests } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      const path = join(home, 'picture.of.any.name')
      writeFileSync(path, smallPng)
      let released = 0
      const release = async () => void (released += 1)
      const cover = book.studio.tickets.issue('book', path, { release })
      const ticket = book.studio.tickets.issue('target', join(home, 'A Book'))
      const wish = { format: 'mp3', split: { kind: 'chapters' }, ticket, cover } as const
      await book.end(
        (await book.call('export.start', { projectId: book.projectId, ...wish })).jobId,
      )
      expect(requests[0]?.cover).toMatchObject({ mediaType: 'image/png' })
      expect(readFileSync(join(home, 'A Book', 'cover.png'))).toEqual(Buffer.from(smallPng))
      expect(released).toBe(1)
    })
  })

  it('takes a JPEG whose end is there, whatever follows it', async () => {
    const { codecs, requests } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      writeFileSync(join(home, 'cover'), Buffer.concat([smallJpeg, Buffer.from('\n\n')]))
      const cover = book.studio.tickets.issue('book', join(home, 'cover'))
      const ticket = book.studio.tickets.issue('target', join(home, 'book.m4b'))
      const args = { projectId: book.projectId, ticket, format: 'm4b', cover } as const
      await book.end((await book.call('export.start', args)).jobId)
      expect(requests[0]?.cover?.mediaType).toBe('image/jpeg')
    })
  })

  it.each<[string, Uint8Array]>([
    ['a text', Buffer.from('no picture')],
    ['a GIF', Buffer.from('GIF89a' + '\0'.repeat(20))],
    ['a picture that ends at once', smallPng.subarray(0, 18)],
    ['an enormous picture', enormousPng],
    ['a PNG that breaks off', smallPng.subarray(0, -6)],
    ['a JPEG that breaks off behind its head', smallJpeg.subarray(0, -2)],
  ])('refuses %s as a cover before anything is begun', async (_, bytes) => {
    const { codecs, requests } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const path = join(home, 'cover.png')
      writeFileSync(path, bytes)
      const cover = book.studio.tickets.issue('book', path)
      const ticket = book.studio.tickets.issue('target', join(home, 'book.m4b'))
      const { projectId } = book
      const args = { projectId, ticket, format: 'm4b', cover } as const
      const reply = await book.studio.call('export.start', args)
      expect(reply).toMatchObject({ ok: false, failure: { code: 'not-a-picture' } })
      expect(requests).toEqual([])
    })
  })

  it('into a folder whose place a file has leaves that file as it was', async () => {
    const { codecs } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      writeFileSync(join(home, 'A Book'), 'a diary')
      const job = await exportAs(book, 'A Book', { format: 'mp3', split: { kind: 'chapters' } })
      expect(job).toMatchObject({ state: 'failed', failure: { code: 'folder-not-writable' } })
      expect(readdirSync(home)).toEqual(['A Book'])
      expect(readFileSync(join(home, 'A Book'), 'utf8')).toBe('a diary')
    })
  })

  it('that fails on the way leaves nothing, and what was there stays', async () => {
    const { codecs } = writingCodecs()
    const { writeFile } = codecs
    let written = 0
    codecs.writeFile = async (...args) => {
      if (++written === 2) throw fail('disk-full', { folder: home })
      return writeFile(...args)
    }
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      const wish = { format: 'mp3', split: { kind: 'chapters' } } as const
      const job = await exportAs(book, 'A Book', wish)
      expect(job).toMatchObject({ state: 'failed', failure: { code: 'disk-full' } })
      expect(readdirSync(home)).toEqual([])
    })
  })

  it('says what is heard when, beside its file', async () => {
    const { codecs } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      await exportAs(book, 'book.m4b', { format: 'm4b', captions: 'srt' })
      expect(readdirSync(home).toSorted()).toEqual(['book.m4b', 'book.srt'])
      const cues = readFileSync(join(home, 'book.srt'), 'utf8').trim().split('\n\n')
      expect(cues.map((cue) => cue.split('\n')[2])).toEqual(['One.', 'Two.', 'Three.', 'Four.'])
      // Every take of these codecs lasts a second; a chapter opens with half a second of silence.
      expect(cues[0]).toMatch(/00:00:00,500 --> 00:00:01,500/)
    })
  })

  it('takes what is spoken when a part will do, and says how much is missing', async () => {
    const { codecs, requests } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const { call, end, projectId } = book
      const scope = { kind: 'chapters' as const, chapterIds: ['c2'] }
      await end((await call('speech.start', { projectId, scope })).jobId)
      const refused = await exportAs(book, 'book.m4b', { format: 'm4b' })
      expect(refused.failure).toMatchObject({ code: 'segments-unspoken', params: { count: 3 } })
      const job = await exportAs(book, 'book.m4b', { format: 'm4b', partial: true })
      expect(job).toMatchObject({ state: 'done', result: { chapters: 1, missing: 3 } })
      expect(job.result?.gaps).toEqual([
        { title: 'Chapter 1', missing: 2, whole: true },
        { title: 'Chapter 3', missing: 1, whole: true },
      ])
      expect(requests.map(({ chapters }) => chapters.map(({ title }) => title))).toEqual([
        ['Chapter 2'],
      ])
    })
  })

  it('says of itself what is wished, and the rest of what the book says', async () => {
    const { codecs, requests } = writingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      await exportAs(book, 'book.opus', {
        format: 'opus',
        kilobits: 48,
        tags: { narrator: 'Eva', year: '1891' },
      })
      expect(requests[0]).toMatchObject({
        encoding: { codec: 'opus', bitRate: 48_000 },
        tags: { title: 'A Book', authors: ['Somebody'], narrator: 'Eva', year: '1891' },
      })
      expect(existsSync(join(home, basename(requests[0]?.target ?? '')))).toBe(true)
    })
  })
})
