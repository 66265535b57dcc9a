// A folder for ACX that does not pass: what is said to mend it, and what mending comes to.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { soundPresets, type Job, type SoundMeasure } from '../../../src/contract/index.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { quietCodecs, readerOf, soundMeasure, studioPorts } from '../../fixtures/studio-ports.ts'

let home: string
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'lectern-mending-'))))
afterEach(() => rmSync(home, { recursive: true }))

const reader = readerOf([['One.'], ['Two.']])

/** Measures every file as `measure` says, louder by what its takes are made up by. */
function measuring(measure: (name: string) => Partial<SoundMeasure>) {
  const codecs = quietCodecs()
  const { encode, prepare, writeFile } = codecs
  const gains = new Map<string, number>()
  codecs.prepare = async (...asked) => ({
    ...(await prepare(...asked)),
    peaks: new Uint8Array(200).fill(20),
  })
  codecs.encode = async (groups, ...rest) => {
    const piece = await encode(groups, ...rest)
    const take = groups[0]?.clips.find(({ source }) => source.kind === 'take')
    gains.set(piece.key, take?.makeUpDb ?? 0)
    return piece
  }
  codecs.writeFile = (request, ...rest) => {
    const key = request.chapters[0]?.pieces[0]?.key ?? ''
    gains.set(basename(request.target), gains.get(key) ?? 0)
    writeFileSync(request.target, '')
    return writeFile(request, ...rest)
  }
  codecs.measureFile = async (path) => {
    const measured = { ...soundMeasure, ...measure(basename(path)) }
    return { ...measured, rmsDb: measured.rmsDb + (gains.get(basename(path)) ?? 0) }
  }
  return codecs
}

async function exported({ call, end, studio, narrate, projectId }: OpenBook): Promise<Job> {
  await narrate()
  const ticket = studio.tickets.issue('target', join(home, 'Tale'))
  return end((await call('export.start', { projectId, ticket, format: 'mp3', acx: true })).jobId)
}
const mend = async ({ call, end }: OpenBook, { id }: Job) =>
  end((await call('export.mend', { jobId: id })).jobId)
const projectOf = async ({ call, projectId }: OpenBook) =>
  (await call('project.open', { projectId })).project

const quietSecond = (name: string) => (name.startsWith('02') ? { rmsDb: -24.2 } : {})

describe('a folder for ACX with a chapter that is too quiet', () => {
  it('passes with a gain of that chapter, which is one step to take back', async () => {
    const codecs = measuring(quietSecond)
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const first = await exported(book)
      const acx = first.result?.acx
      expect(acx?.passed).toBe(false)
      const [, second] = (await projectOf(book)).chapters
      expect(acx?.mending).toEqual({ gains: [{ chapterId: second?.id, gainDb: 1.7 }] })
      const told = acx?.files[1]?.findings.find(({ rule }) => rule === 'rms')
      expect(told?.remedy).toEqual({ kind: 'gain', gainDb: 1.7 })
      expect(readFileSync(join(home, 'Tale', 'report.txt'), 'utf8')).toContain(
        'A gain of +1.7 dB for this chapter mends it.',
      )

      const again = await mend(book, first)
      expect(again.result?.acx?.passed).toBe(true)
      expect(again.result?.acx?.mending).toBeUndefined()
      const mended = await projectOf(book)
      expect(mended.chapters.map(({ gainDb }) => gainDb)).toEqual([undefined, 1.7])
      // The sound of an ACX folder is not the book’s own, unless it must be another.
      expect(mended.sound).toEqual(soundPresets.standard)
      await book.call('project.undo', { projectId: book.projectId })
      const undone = await projectOf(book)
      expect(undone.chapters.map(({ gainDb }) => gainDb)).toEqual([undefined, undefined])
    })
  })

  it('is mended once: what was found belongs to its export', async () => {
    const codecs = measuring(quietSecond)
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const first = await exported(book)
      await mend(book, first)
      const again = await book.studio.call('export.mend', { jobId: first.id })
      expect(again).toMatchObject({ ok: false, failure: { code: 'not-found' } })
    })
  })

  it('stays as it is, to be mended later, while another export writes to its place', async () => {
    const codecs = measuring(quietSecond)
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const { call, projectId, studio } = book
      const first = await exported(book)
      const before = await projectOf(book)
      const ticket = studio.tickets.issue('target', join(home, 'Tale'))
      const { jobId } = await call('export.start', { projectId, ticket, format: 'mp3', acx: true })
      const refused = await studio.call('export.mend', { jobId: first.id })
      expect(refused).toMatchObject({ ok: false, failure: { code: 'export-busy' } })
      // Looking at a book opens it, and that is all that has happened to it.
      expect(await projectOf(book)).toEqual({ ...before, openedAt: expect.any(Number) as number })
      await book.end(jobId)
      expect((await mend(book, first)).result?.acx?.passed).toBe(true)
    })
  })

  it('gets shorter silence around its chapters where a gain alone would not do', async () => {
    const codecs = measuring((name) => (name.startsWith('02') ? { rmsDb: -29.3 } : {}))
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const { result } = await exported(book)
      const [, second] = (await projectOf(book)).chapters
      const { sound, gains = [] } = result?.acx?.mending ?? {}
      expect(sound?.pauses).toMatchObject({ chapterStart: 600, chapterEnd: 1300 })
      const { pauses: _, ...audible } = soundPresets.audible
      expect(sound).toMatchObject(audible)
      const gain = gains.find(({ chapterId }) => chapterId === second?.id)?.gainDb
      // A second of sound in 2.9 seconds instead of 4.2.
      expect(gain).toBeCloseTo(29.3 - 22.5 - 1.6, 0)
    })
  })

  it('says why where no gain would do', async () => {
    const codecs = measuring((name) => (name.startsWith('02') ? { rmsDb: -31 } : {}))
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const { result } = await exported(book)
      expect(result?.acx?.mending).toBeUndefined()
      const told = result?.acx?.files[1]?.findings.find(({ rule }) => rule === 'rms')
      expect(told?.remedy).toEqual({ kind: 'none' })
      expect(readFileSync(join(home, 'Tale', 'report.txt'), 'utf8')).toContain(
        'there is too little speech between its pauses',
      )
    })
  })
})

describe('a folder for ACX whose sound is in the way', () => {
  it('is mended by the values that fail, in the book’s own sound, with gains in the same step', async () => {
    const { audible } = soundPresets
    const own = {
      ...audible,
      roomToneDb: -55,
      pauses: { ...audible.pauses, chapterStart: 100, chapterEnd: 300 },
    }
    const codecs = measuring((name) => ({
      ...quietSecond(name),
      ...{ headSeconds: 0.14, tailSeconds: 0.34, floorDb: -55, samplePeakDb: -2.6 },
    }))
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.call('project.shapeSound', { projectId: book.projectId, sound: own })
      const first = await exported(book)
      const remedies = first.result?.acx?.files[0]?.findings.flatMap(({ rule, remedy }) =>
        remedy ? [[rule, remedy.kind]] : [],
      )
      expect(remedies).toEqual([
        ['peak', 'sound'],
        ['floor', 'sound'],
        ['head', 'sound'],
        ['tail', 'sound'],
      ])
      await mend(book, first)
      const { sound, chapters } = await projectOf(book)
      expect(sound).toMatchObject({
        ...{ roomToneDb: audible.roomToneDb, ceilingDb: -4.5, loudnessLufs: own.loudnessLufs },
        pauses: { ...audible.pauses, chapterStart: 710, chapterEnd: 1460 },
      })
      expect(chapters[1]?.gainDb).toBeGreaterThan(1)
      await book.call('project.undo', { projectId: book.projectId })
      const undone = await projectOf(book)
      expect(undone.sound).toEqual(own)
      expect(undone.chapters[1]?.gainDb).toBeUndefined()
    })
  })
})
