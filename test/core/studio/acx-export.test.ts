// A folder for ACX, through the studio: what is in it, what is measured, what is said to be missing.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  usualCue,
  type Chapter,
  type Cue,
  type ExportWish,
  type Job,
} from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import type { BookReader } from '../../../src/core/ports/books.ts'
import type { Codecs, ExportRequest } from '../../../src/core/ports/codecs.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { libraryOfTheme, theme } from '../../fixtures/library-of-theme.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import {
  longSentence,
  quietCodecs,
  readerOfChapters,
  soundMeasure,
  studioPorts,
} from '../../fixtures/studio-ports.ts'

let home: string
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'lectern-acx-'))))
afterEach(() => rmSync(home, { recursive: true }))

const chapter = (title: string, ...paragraphs: string[]): Chapter => ({
  ...{ title, level: 1, matter: 'body', spoken: true },
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
})
const sentences = (count: number) =>
  Array.from({ length: count }, (_, index) => longSentence(index))

const readerWithCover = (png: Uint8Array, chapters: Chapter[]): BookReader => ({
  async *read(path, signal) {
    for await (const event of readerOfChapters(chapters).read(path, signal)) {
      yield event
      if (event.kind === 'header') yield { kind: 'cover', mediaType: 'image/png', bytes: png }
    }
  },
})

/** Codecs that write empty files, and measure what `measure` says. */
function recording(measure: Codecs['measureFile'] = async () => soundMeasure) {
  const codecs = quietCodecs()
  const requests: ExportRequest[] = []
  const rates = new Set<number>()
  const { encode, writeFile } = codecs
  codecs.encode = (groups, ...rest) => {
    for (const { sampleRate } of groups) rates.add(sampleRate)
    return encode(groups, ...rest)
  }
  codecs.writeFile = (request, ...rest) => {
    requests.push(request)
    writeFileSync(request.target, '')
    return writeFile(request, ...rest)
  }
  codecs.measureFile = measure
  return { codecs, requests, rates }
}

async function exported({ call, end, studio, narrate, projectId }: OpenBook): Promise<Job> {
  await narrate()
  const ticket = studio.tickets.issue('target', join(home, 'Tale'))
  const wish: ExportWish = { format: 'm4b', acx: true }
  return end((await call('export.start', { projectId, ticket, ...wish })).jobId)
}

describe('a folder for ACX', () => {
  it('holds the chapters, a sample of at most five minutes, and a report', async () => {
    const { codecs, requests, rates } = recording()
    const reader = readerOfChapters([
      chapter('Opening Credits', 'A tale.'),
      // Every take of these codecs lasts a second: more than five minutes of them.
      chapter('One', ...sentences(400)),
    ])
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const job = await exported(book)
      expect(job).toMatchObject({
        state: 'done',
        result: {
          files: 2,
          acx: { passed: true, missing: ['closing-credits', 'cover'] },
        },
      })
      expect(job.result?.acx?.files.map(({ name }) => name)).toEqual([
        '01 Opening Credits.mp3',
        '02 One.mp3',
        'Retail sample.mp3',
      ])
    })
    expect(readdirSync(join(home, 'Tale'))).toContain('Retail sample.mp3')
    const report = readFileSync(join(home, 'Tale', 'report.txt'), 'utf8')
    expect(report).toContain('All 3 files meet what ACX asks of them')
    expect(report).toContain('There are no closing credits.')
    for (const { format, encoding } of requests)
      expect({ format, encoding }).toEqual({
        format: 'mp3',
        encoding: { codec: 'mp3', bitRate: 192_000 },
      })
    expect([...rates]).toEqual([44_100])
    const seconds = (requests.at(-1)?.chapters ?? [])
      .flatMap(({ pieces }) => pieces)
      .reduce((sum, { samples }) => sum + samples / 44_100, 0)
    expect(seconds).toBeLessThanOrEqual(300)
    expect(seconds).toBeGreaterThan(200)
  })

  it('holds a sample with the music that runs under its chapter', async () => {
    const { codecs, requests } = recording()
    const { encode } = codecs
    const bedded = new Map<string, boolean>()
    codecs.encode = async (groups, ...rest) => {
      const piece = await encode(groups, ...rest)
      const isBedded = groups.every(({ clips }) => clips.some(({ track }) => track === 'music'))
      bedded.set(piece.key, isBedded)
      return piece
    }
    const reader = readerOfChapters([chapter('One', ...sentences(40))])
    const given = { reader, codecs, sounds: libraryOfTheme() }
    await withOpenBook(studioPorts(systemClock, given), async (book) => {
      const bed: Cue = {
        ...{ id: 'bed', soundId: theme.id, name: theme.name, fromMs: 0, lengthMs: null },
        ...{ place: { kind: 'bed', chapters: { kind: 'every' }, duckDb: 10 }, ...usualCue.bed },
      }
      await book.call('project.placeMusic', { projectId: book.projectId, put: [bed], remove: [] })
      await exported(book)
      const [piece, more] = requests.at(-1)?.chapters[0]?.pieces ?? []
      expect(basename(requests.at(-1)?.target ?? '')).toBe('Retail sample.mp3')
      expect(more).toBeUndefined()
      expect(bedded.get(piece?.key ?? '')).toBe(true)
    })
  })

  it('says which file fails, and what helps', async () => {
    const { codecs } = recording(async (path) =>
      basename(path).startsWith('02') ? { ...soundMeasure, samplePeakDb: -1 } : soundMeasure,
    )
    const reader = readerOfChapters([chapter('One', 'Uno.'), chapter('Two', 'Due.')])
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const { result } = await exported(book)
      expect(result?.acx?.passed).toBe(false)
      expect(result?.acx?.files.map(({ passed }) => passed)).toEqual([true, false, true])
    })
    const report = readFileSync(join(home, 'Tale', 'report.txt'), 'utf8')
    expect(report).toContain('1 of 3 files do not meet what ACX asks')
    expect(report).toContain('Its loudest moment is too loud.')
  })

  it('that cannot be measured leaves nothing behind', async () => {
    const { codecs } = recording(async () => {
      throw fail('codec-failed', { stage: 'measure' })
    })
    const reader = readerOfChapters([chapter('One', 'Uno.')])
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      expect(await exported(book)).toMatchObject({ failure: { code: 'codec-failed' } })
    })
    expect(readdirSync(home)).toEqual([])
  })

  it('leaves the sound that the book has in its document', async () => {
    const { codecs } = recording()
    const reader = readerOfChapters([chapter('One', 'Uno.')])
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const rateNow = async () =>
        (await book.call('project.open', { projectId: book.projectId })).project.sound.sampleRate
      const before = await rateNow()
      await exported(book)
      expect(await rateNow()).toBe(before)
    })
  })

  it('says whether the cover is one that it takes', async () => {
    const png = (width: number, height: number) => {
      const head = Buffer.alloc(24)
      head.writeUInt32BE(width, 16)
      head.writeUInt32BE(height, 20)
      return new Uint8Array(head)
    }
    for (const [cover, missing] of [
      [png(2400, 2400), false],
      [png(2400, 3000), true],
      [png(600, 600), true],
    ] as const) {
      const { codecs } = recording()
      const test = studioPorts(systemClock, {
        codecs,
        reader: readerWithCover(cover, [chapter('One', 'Uno.')]),
      })
      await withOpenBook(test, async (book) => {
        const { result } = await exported(book)
        expect(result?.acx?.missing.includes('square-cover')).toBe(missing)
        expect(result?.acx?.missing).not.toContain('cover')
      })
    }
  })
})

describe('a finished file', () => {
  it('is checked by the ticket that shows it, as often as one likes', async () => {
    const { codecs } = recording()
    const reader = readerOfChapters([chapter('One', 'Uno.')])
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      const { call, end, studio, projectId } = book
      const ticket = studio.tickets.issue('target', join(home, 'tale.mp3'))
      const started = await call('export.start', { projectId, ticket, format: 'mp3' })
      const { result } = await end(started.jobId)
      const check = async () => call('sound.check', { ticket: result?.revealTicket ?? '' })
      expect(await check()).toMatchObject({ name: 'tale.mp3', passed: true })
      expect(await check()).toMatchObject({ name: 'tale.mp3', passed: true })
    })
  })

  it('is checked by a ticket of its own once, and by no other', async () => {
    const { codecs } = recording()
    await withOpenBook(studioPorts(systemClock, { codecs }), async ({ call, studio }) => {
      const ticket = studio.tickets.issue('book', join(home, 'any.wav'))
      expect(await call('sound.check', { ticket })).toMatchObject({ name: 'any.wav' })
      for (const wrong of [ticket, studio.tickets.issue('target', join(home, 'any.wav'))])
        expect(await studio.call('sound.check', { ticket: wrong })).toMatchObject({
          ok: false,
          failure: { code: 'not-found' },
        })
    })
  })
})
