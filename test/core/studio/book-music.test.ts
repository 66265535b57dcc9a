// Music in a book: placed and undone as one change, heard in its chapters, missed by name.
import { describe, expect, it } from 'vitest'
import {
  usualCue,
  type Clip,
  type Cue,
  type CuePlace,
  type ExportWish,
} from '../../../src/contract/index.ts'
import { FailureError } from '../../../src/core/base/failure-error.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { libraryOfTheme, theme } from '../../fixtures/library-of-theme.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { longBook, quietCodecs, readerOf, studioPorts } from '../../fixtures/studio-ports.ts'

const reader = readerOf([['One.', 'Two.'], ['Three.'], ['Four.']])
let count = 0
const cue = (place: CuePlace, more: Partial<Cue> = {}): Cue => ({
  id: `cue-${(count += 1)}`,
  soundId: theme.id,
  name: theme.name,
  place,
  ...usualCue[place.kind],
  ...{ fromMs: 0, lengthMs: null },
  ...more,
})
const everyChapter = { kind: 'every' } as const
const wholeBook = { kind: 'book' } as const

const openBook = (work: (book: OpenBook) => Promise<void>) => {
  const sounds = libraryOfTheme()
  return withOpenBook(studioPorts(systemClock, { reader, sounds }), work)
}
/** Exports what can be; answers with the clips of music in it, in order. */
async function heardMusic(
  { call, end, studio, projectId }: OpenBook,
  codecs: ReturnType<typeof quietCodecs>,
  wish: Partial<ExportWish> = {},
): Promise<Clip[]> {
  const heard: Clip[] = []
  const { encode } = codecs
  codecs.encode = (groups, ...rest) => {
    for (const { clips } of groups) heard.push(...clips.filter(({ track }) => track === 'music'))
    return encode(groups, ...rest)
  }
  const ticket = studio.tickets.issue('target', '/books/A Book.m4b')
  const args = { projectId, ticket, format: 'm4b', ...wish } as const
  const job = await end((await call('export.start', args)).jobId)
  expect(job.failure).toBeUndefined()
  codecs.encode = encode
  return heard
}
/** These and no others. */
async function place({ call, projectId }: OpenBook, ...put: Cue[]) {
  const { project } = await call('project.open', { projectId })
  const remove = project.music.map(({ id }) => id)
  return call('project.placeMusic', { projectId, put, remove })
}
async function lengths({ call, projectId }: OpenBook): Promise<number[]> {
  const { project } = await call('project.open', { projectId })
  const timelines = project.chapters.map(({ id }) =>
    call('chapter.timeline', { projectId, chapterId: id }),
  )
  return (await Promise.all(timelines)).map(({ durationSeconds }) => durationSeconds)
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  )

describe('the music of a book', () => {
  it('opens its first chapter and closes its last one, or each', async () => {
    await openBook(async (book) => {
      await book.narrate()
      const plain = await lengths(book)
      await place(
        book,
        cue({ kind: 'intro', chapters: wholeBook }),
        cue({ kind: 'outro', chapters: wholeBook }, { lengthMs: 4000 }),
      )
      const framed = await lengths(book)
      const more = framed.map((seconds, i) => seconds - (plain[i] ?? 0))
      expect(more[0]).toBeGreaterThan(10)
      expect(more[1]).toBe(0)
      expect(more[2]).toBeGreaterThan(4)
      expect(more[2]).toBeLessThan(8)
      await place(book, cue({ kind: 'intro', chapters: everyChapter }))
      for (const [i, seconds] of (await lengths(book)).entries())
        expect(seconds).toBeGreaterThan((plain[i] ?? 0) + 10)
    })
  })

  it('is taken back as it was placed', async () => {
    await openBook(async (book) => {
      await book.narrate()
      const { call, projectId } = book
      const before = await call('project.open', { projectId })
      const timeline = () =>
        call('chapter.timeline', { projectId, chapterId: before.project.chapters[0]?.id ?? '' })
      const plain = await timeline()
      await place(book, cue({ kind: 'bed', chapters: everyChapter, duckDb: 10 }))
      const bedded = await timeline()
      expect(bedded.durationSeconds).toBe(plain.durationSeconds)
      expect(bedded.spans[0]?.address).not.toBe(plain.spans[0]?.address)
      expect(Math.max(...bedded.peaks)).toBeGreaterThan(0)
      await call('project.undo', { projectId })
      expect(await timeline()).toEqual(plain)
    })
  })

  it('keeps what another page has placed meanwhile', async () => {
    await openBook(async (book) => {
      const { call, projectId } = book
      const one = cue({ kind: 'intro', chapters: wholeBook })
      const other = cue({ kind: 'outro', chapters: wholeBook })
      await call('project.placeMusic', { projectId, put: [one], remove: [] })
      await call('project.placeMusic', { projectId, put: [other], remove: [] })
      const louder = { ...one, gainDb: 2 }
      await call('project.placeMusic', { projectId, put: [louder], remove: [] })
      const music = async () => (await call('project.open', { projectId })).project.music
      expect(await music()).toEqual([louder, other])
      await call('project.placeMusic', { projectId, put: [], remove: [one.id] })
      expect(await music()).toEqual([other])
      const many = Array.from({ length: 500 }, () => cue({ kind: 'intro', chapters: wholeBook }))
      const failure = await codeOf(call('project.placeMusic', { projectId, put: many, remove: [] }))
      expect(failure).toMatchObject({ code: 'arguments-invalid' })
    })
  })

  it('is one piece with its chapter where it runs through it', async () => {
    await openBook(async (book) => {
      await book.narrate()
      const { call, end, studio, projectId } = book
      const { rows } = await call('segment.list', { projectId, from: 0, count: 1 })
      await place(book, cue({ kind: 'under', segmentId: rows[0]?.id ?? '' }))
      const ticket = studio.tickets.issue('target', '/books/A Book.m4b')
      const job = await end(
        (await call('export.start', { projectId, ticket, format: 'm4b' })).jobId,
      )
      expect(job.state).toBe('done')
    })
  })

  it('opens and closes what is ready of a chapter whose first and last lines are missing', async () => {
    const codecs = quietCodecs()
    const sounds = libraryOfTheme()
    // Groups of one sentence or two: the first and the last one have nothing to say.
    const given = { reader: longBook(40), sounds, codecs }
    await withOpenBook(studioPorts(systemClock, given), async (book) => {
      const { call, end, projectId } = book
      const rows = await book.rows()
      const ready = rows.slice(15, 25).map(({ id }) => id)
      const spoken = { kind: 'segments', segmentIds: ready } as const
      await end((await call('speech.start', { projectId, scope: spoken })).jobId)
      await place(
        book,
        cue({ kind: 'intro', chapters: wholeBook }),
        cue({ kind: 'outro', chapters: wholeBook }),
      )
      const heard = await heardMusic(book, codecs, { partial: true })
      expect(heard.map(({ segmentId }) => segmentId)).toEqual([ready[0], ready.at(-1)])
    })
  })

  it('is silent where a cue begins behind the end of its sound', async () => {
    const codecs = quietCodecs()
    const sounds = libraryOfTheme()
    await withOpenBook(studioPorts(systemClock, { reader, sounds, codecs }), async (book) => {
      await book.narrate()
      const bed = cue({ kind: 'bed', chapters: everyChapter, duckDb: 10 }, { fromMs: 20_000 })
      await place(book, bed, cue({ kind: 'intro', chapters: wholeBook }, { fromMs: 20_000 }))
      expect(await heardMusic(book, codecs)).toEqual([])
    })
  })

  it('is never left out silently when a sound is gone, and keeps a sound that a book uses', async () => {
    await openBook(async (book) => {
      await book.narrate()
      const { call, end, studio, projectId } = book
      await place(book, cue({ kind: 'intro', chapters: wholeBook }))
      expect(await codeOf(call('sound.remove', { id: theme.id }))).toMatchObject({
        code: 'sound-in-use',
        params: { name: 'Theme' },
      })
      await place(book)
      await call('sound.remove', { id: theme.id })
      await call('project.undo', { projectId })
      const ticket = studio.tickets.issue('target', '/books/A Book.m4b')
      const job = await end(
        (await call('export.start', { projectId, ticket, format: 'm4b' })).jobId,
      )
      expect(job).toMatchObject({ state: 'failed', failure: { code: 'sound-missing' } })
      expect(job.failure?.params).toEqual({ name: 'Theme' })
    })
  })
})
