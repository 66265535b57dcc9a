// A disk that is really full, at every place that Lectern writes to.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureSentences, type Job } from '../../src/contract/index.ts'
import { smallEpub } from '../fixtures/small-book.ts'
import { startStudio, type KillableStudio } from '../kill/start-studio.ts'
import { bookOf, paragraphsOf } from '../speech-server/verdict-texts.ts'
import { hasOwnMounts, seenBy } from './own-mounts.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-full-'))
const data = join(root, 'data')
const shelf = join(root, 'shelf')
const at = (name: string) => join(root, name)
const voice = 'espeak:gmw/en'
const full = (folder: string) => ({ code: 'disk-full', params: { folder } })

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.runIf(hasOwnMounts)('a full disk', () => {
  let studio: KillableStudio
  let projectId: string
  const seen = (folder: string) => readdirSync(seenBy(studio.pid, folder))
  const exportTo = async (path: string, more = {}): Promise<Job> => {
    const ticket = await studio.ticket('target', path)
    const { jobId } = await studio.call('export.start', {
      ...{ projectId, ticket, format: 'm4b' as const },
      ...more,
    })
    return studio.endOf(jobId)
  }
  beforeAll(async () => {
    for (const folder of [data, shelf]) mkdirSync(folder)
    writeFileSync(at('story.md'), bookOf('The harbour lamp', paragraphsOf(77, 12)))
    writeFileSync(at('cat.epub'), smallEpub())
    studio = await startStudio(data, { mounts: { disks: { [data]: 24, [shelf]: 6 } } })
    projectId = await studio.addBook(at('story.md'), voice)
  })
  afterAll(() => studio?.close())

  it('lets the narration wait for a person, and go on when there is room, with nothing lost', async () => {
    await studio.fill(data)
    const { jobId } = await studio.call('speech.start', { projectId, scope: { kind: 'ticked' } })
    const job = await studio.jobThat({ kind: 'speech', states: ['paused'] })
    expect(job).toMatchObject({ id: jobId, failed: 0, failure: { code: 'disk-full' } })
    expect(failureSentences['disk-full'](job.failure?.params ?? {})).toContain('nothing was lost')
    await studio.makeRoom(data)
    await studio.call('job.resume', { jobId })
    expect(await studio.endOf(jobId)).toMatchObject({ state: 'done', failed: 0 })
  })

  it('keeps nobody from hearing what is spoken, though it cannot be kept for the next time', async () => {
    const { rows } = await studio.call('segment.list', { projectId, from: 0, count: 3 })
    const hear = (index: number) => {
      const { id: segmentId, status } = rows[index] ?? {}
      const takeId = status?.state === 'ready' ? status.takeId : ''
      return studio.call('take.hear', { projectId, segmentId: segmentId ?? '', takeId })
    }
    // The voice's level is measured for the first of them.
    await hear(0)
    await studio.fill(data)
    const { address } = await hear(1)
    expect(await studio.mediaBytes(address)).toBeGreaterThan(1000)
    await studio.makeRoom(data)
    expect(await studio.mediaBytes((await hear(2)).address)).toBeGreaterThan(1000)
  })

  it('refuses a setting, and leaves the old one in force', async () => {
    await studio.fill(data)
    const change = studio.call('settings.change', { name: 'speechConcurrency', value: 3 })
    await expect(change).rejects.toMatchObject({ failure: full(data) })
    const { settings } = await studio.call('settings.read', {})
    expect(settings.find(({ name }) => name === 'speechConcurrency')?.value).toBe(5)
    await studio.makeRoom(data)
    await studio.call('settings.change', { name: 'speechConcurrency', value: 3 })
  })

  it('refuses what a page sends, and keeps no part of it', async () => {
    await studio.fill(data)
    expect(await studio.upload(100_000)).toBe(507)
    expect(seen(join(data, 'transfers'))).toEqual([])
    await studio.makeRoom(data)
    expect(await studio.upload(100_000)).toBe(200)
  })

  it('refuses a book whose file is kept, with nothing left of it', async () => {
    await studio.fill(data)
    await expect(studio.addBook(at('cat.epub'), voice)).rejects.toMatchObject({
      failure: { code: 'disk-full' },
    })
    expect(seen(join(data, 'books'))).toEqual([])
    expect((await studio.call('library.list', {})).projects).toHaveLength(1)
    await studio.makeRoom(data)
    await studio.addBook(at('cat.epub'), voice)
    expect(seen(join(data, 'books'))).toHaveLength(1)
  })

  it('under the library fails an export, which succeeds when there is room', async () => {
    await studio.fill(data)
    const failed = await exportTo(join(shelf, 'one.m4b'))
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'disk-full' } })
    expect(failed.failure?.params['folder']).toContain(data)
    await studio.makeRoom(data)
    expect(await exportTo(join(shelf, 'one.m4b'))).toMatchObject({ state: 'done' })
    expect(seen(shelf)).toEqual(['one.m4b'])
  })

  it.each([
    ['one file', 'two.m4b', {}],
    ['several files', 'three', { split: { kind: 'chapters' }, captions: 'srt' }],
  ])('under the shelf fails an export of %s and leaves nothing there', async (_, name, wish) => {
    await studio.fill(shelf)
    const failed = await exportTo(join(shelf, name), wish)
    expect(failed).toMatchObject({ state: 'failed', failure: full(shelf) })
    expect(seen(shelf).toSorted()).toEqual(['ballast', 'one.m4b'])
    await studio.makeRoom(shelf)
  })

  it('leaves the studio without its log for a while, and nothing else', async () => {
    await studio.fill(data)
    expect((await studio.call('library.list', {})).projects).toHaveLength(2)
    await studio.close()
    // It ended by itself, with a full disk below it.
    studio = await startStudio(at('other'))
  })
})
