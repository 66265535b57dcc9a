// A finished export copied into a chosen folder, and what is remembered of exports: through the studio.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandArgs, Job } from '../../../src/contract/index.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { quietCodecs, readerOf, studioPorts } from '../../fixtures/studio-ports.ts'
import { callsOf } from '../../fixtures/studio-calls.ts'

let home: string
const at = (...names: string[]) => join(home, ...names)
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lectern-copies-'))
  mkdirSync(at('Audiobooks'))
})
afterEach(() => rmSync(home, { recursive: true }))

/** A book of two chapters, and codecs that write what they were asked for instead of sound. */
function ports(given: Parameters<typeof studioPorts>[1] = {}) {
  const codecs = quietCodecs()
  const { writeFile } = codecs
  codecs.writeFile = (request, onProgress, signal) => {
    writeFileSync(request.target, request.chapters.map(({ title }) => title).join())
    return writeFile(request, onProgress, signal)
  }
  return studioPorts(systemClock, { reader: readerOf([['One.'], ['Two.']]), codecs, ...given })
}

type Wish = Partial<CommandArgs<'export.start'>>

async function exportAs({ call, end, studio, projectId }: OpenBook, name: string, wish: Wish = {}) {
  const ticket = studio.tickets.issue('target', at(name))
  const args = { projectId, ticket, format: 'm4b', ...wish } as const
  return end((await call('export.start', args)).jobId)
}

async function chooseFolder({ call, studio }: OpenBook, folder: string) {
  const ticket = studio.tickets.issue('folder', folder)
  return call('export.chooseCopyFolder', { ticket })
}

describe('the folder for copies', () => {
  it('is chosen once, known by its name alone, and given up', async () => {
    await withOpenBook(ports(), async (book) => {
      await book.narrate()
      const { call } = book
      expect(await call('export.copyFolder', {})).toEqual({ name: null })
      expect(await chooseFolder(book, at('Audiobooks'))).toEqual({ name: 'Audiobooks' })
      const job = await exportAs(book, 'book.m4b', { copyTo: 'remembered', captions: 'srt' })
      expect(job.result?.copy).toEqual({ folder: 'Audiobooks' })
      expect(JSON.stringify(job)).not.toContain(home)
      expect(readdirSync(at('Audiobooks')).toSorted()).toEqual(['book.m4b', 'book.srt'])

      expect((await exportAs(book, 'own.m4b')).result?.copy).toBeUndefined()
      await call('export.chooseCopyFolder', { ticket: null })
      expect(await call('export.copyFolder', {})).toEqual({ name: null })
      const ticket = book.studio.tickets.issue('target', at('late.m4b'))
      const { projectId } = book
      const late = { projectId, ticket, format: 'm4b', copyTo: 'remembered' } as const
      expect(await book.studio.call('export.start', late)).toMatchObject({
        ok: false,
        failure: { code: 'not-found' },
      })
    })
  })

  it('gets a folder of the chapters’ files, and one export may name another', async () => {
    await withOpenBook(ports(), async (book) => {
      await book.narrate()
      const copyTo = book.studio.tickets.issue('folder', at('Audiobooks'))
      await exportAs(book, 'A Book', { format: 'mp3', split: { kind: 'chapters' }, copyTo })
      expect(readdirSync(at('Audiobooks', 'A Book'))).toEqual(readdirSync(at('A Book')))
      expect(await book.call('export.copyFolder', {})).toEqual({ name: null })
    })
  })
})

it('a place for an export is given back where its cover is not there any more', async () => {
  await withOpenBook(ports(), async ({ studio, projectId, narrate }) => {
    await narrate()
    let released = 0
    const release = async () => void (released += 1)
    const ticket = studio.tickets.issue('target', at('book.m4b'), { download: true, release })
    // As one that is used up, or for something else.
    const cover = studio.tickets.issue('folder', at('Audiobooks'))
    const wish = { projectId, ticket, format: 'm4b', cover } as const
    expect(await studio.call('export.start', wish)).toMatchObject({
      failure: { code: 'not-found' },
    })
    expect(released).toBe(1)
  })
})

describe('a copy that cannot be made', () => {
  it('fails no export, is told, and is made later', async () => {
    await withOpenBook(ports(), async (book) => {
      await book.narrate()
      await chooseFolder(book, at('Audiobooks'))
      rmSync(at('Audiobooks'), { recursive: true })
      const job = await exportAs(book, 'book.m4b', { copyTo: 'remembered' })
      expect(job.state).toBe('done')
      expect(job.result?.copy).toMatchObject({
        folder: 'Audiobooks',
        failure: { code: 'target-missing', params: { folder: 'Audiobooks' } },
      })
      expect(JSON.stringify(job)).not.toContain(home)
      expect(readFileSync(at('book.m4b'), 'utf8')).toBe('Chapter 1,Chapter 2')

      const again = async ({ id }: Job) =>
        book.end((await book.call('export.copyAgain', { jobId: id })).jobId)
      const second = await again(job)
      expect(second.result?.copy?.failure?.code).toBe('target-missing')
      mkdirSync(at('Audiobooks'))
      const third = await again(second)
      expect(third).toMatchObject({ state: 'done', result: { copy: { folder: 'Audiobooks' } } })
      expect(third.result?.copy?.failure).toBeUndefined()
      expect(readdirSync(at('Audiobooks'))).toEqual(['book.m4b'])
      expect(
        (await book.call('export.history', { projectId: book.projectId })).exports,
      ).toHaveLength(1)
    })
  })

  it('because it is cancelled leaves the export done', async () => {
    const given = ports()
    const { exportFolders } = given.ports
    const began = Promise.withResolvers<void>()
    const copy: typeof exportFolders.copy = (_, __, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error))
        began.resolve()
      })
    given.ports.exportFolders = { ...exportFolders, copy }
    await withOpenBook(given, async (book) => {
      await book.narrate()
      await chooseFolder(book, at('Audiobooks'))
      const ended = exportAs(book, 'book.m4b', { copyTo: 'remembered' })
      await began.promise
      const { jobs } = await book.call('job.list', {})
      await book.call('job.cancel', { jobId: jobs.find(({ kind }) => kind === 'export')?.id ?? '' })
      expect(await ended).toMatchObject({
        state: 'done',
        result: { copy: { failure: { code: 'cancelled' } } },
      })
    })
  })
})

describe('what was exported', () => {
  it('is remembered by another studio on the same library, the last first, and is found or gone', async () => {
    const given = ports()
    let projectId = ''
    await withOpenBook(given, async (book) => {
      ;({ projectId } = book)
      await book.narrate()
      for (let count = 1; count <= 12; count++) await exportAs(book, `${count}.m4b`)
      await exportAs(book, 'A Book', { format: 'mp3', split: { kind: 'chapters' } })
    })
    rmSync(at('12.m4b'))
    const studio = await openStudio(given.ports, given.options)
    const { call } = callsOf(studio)
    const { exports } = await call('export.history', { projectId })
    expect(exports).toHaveLength(10)
    expect(exports.slice(0, 3)).toMatchObject([
      { name: 'A Book', format: 'mp3', files: 2, place: 'there' },
      { name: '12.m4b', format: 'm4b', files: 1, place: 'gone' },
      { name: '11.m4b', place: 'there' },
    ])
    expect(exports[1]?.bytes).toBeGreaterThan(0)
    expect(JSON.stringify(exports)).not.toContain(home)
    const find = (index: number) =>
      studio.call('export.find', { projectId, exportId: exports[index]?.id ?? '' })
    const found = await find(2)
    const ticket = found.ok ? found.value.ticket : ''
    expect(studio.tickets.peek('finished', ticket).path).toBe(at('11.m4b'))
    expect(await find(1)).toMatchObject({ ok: false, failure: { code: 'file-missing' } })

    await call('project.remove', { projectId })
    await studio.close()
    const next = await openStudio(given.ports, given.options)
    const history = await callsOf(next).call('export.history', { projectId })
    expect(history.exports).toEqual([])
    expect(readdirSync(home)).toContain('11.m4b')
    await next.close()
  })

  it('by a browser has no place that could be shown', async () => {
    await withOpenBook(ports(), async ({ call, end, narrate, projectId, studio }) => {
      await narrate()
      const ticket = studio.tickets.issue('target', at('passing'), { download: true })
      await end((await call('export.start', { projectId, ticket, format: 'm4b' })).jobId)
      const { exports } = await call('export.history', { projectId })
      expect(exports).toMatchObject([{ name: 'passing', place: 'fetched' }])
    })
  })
})
