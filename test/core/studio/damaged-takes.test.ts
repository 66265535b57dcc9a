// Bytes of stored sounds that a bad disk has flipped: spoken again wherever they are needed; a recording is named.
import Native from 'better-sqlite3'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemClock } from '../../../src/io/clock.ts'
import { createCodecs, type CodecPool } from '../../../src/io/codecs/codec-pool.ts'
import { openDataFolder, type DataFolder } from '../../../src/io/data-folder.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { openTakesDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { createTakeStore } from '../../../src/io/sqlite/take-store.ts'
import { createFakeVoice } from '../../fixtures/fake-voice.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { promisedTakes } from '../../fixtures/promised.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { longBook, sourcesOf, studioPorts, type TestStudio } from '../../fixtures/studio-ports.ts'
import { builtWorkers } from '../../fixtures/built.ts'

let root: string
let folder: DataFolder
let codecs: CodecPool
let database: ReturnType<typeof openTakesDatabase>
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-damaged-takes-'))
  folder = openDataFolder(join(root, 'data'))
  database = openTakesDatabase(folder.takesDatabase)
  codecs = createCodecs({
    launch: forkProcess,
    entry: builtWorkers.codec,
    ...{ folder, codecs: 'native', workers: 1, clock: systemClock, log: silentLog },
  })
})
afterEach(async () => {
  await codecs.close()
  database.close()
  rmSync(root, { recursive: true, force: true })
})

function studio(sentences: number): TestStudio {
  const test = studioPorts(systemClock, {
    ...{ reader: longBook(sentences), codecs },
    takes: promisedTakes(createTakeStore(database, () => Date.now())),
    sources: sourcesOf(
      createFakeVoice({ clock: systemClock, spool: folder.spool, latencyMs: () => 0 }),
    ),
  })
  const options = {
    ...test.options,
    previewPath: (name: string) => join(folder.previews, name),
    encodePath: (key: string) => codecs.encodePath(key),
  }
  return { ...test, options }
}

/** Flips the bytes in the middle of sounds; answers with how many. */
function flip(where: string): number {
  const disk = new Native(folder.takesDatabase)
  const rows = disk
    .prepare<[], { take: number; flac: Buffer }>(
      `SELECT take, flac FROM sounds JOIN takes ON number = take WHERE ${where}`,
    )
    .all()
  for (const { take, flac } of rows) {
    const middle = flac.byteLength >> 1
    for (let at = middle; at < middle + 8; at++) flac.writeUInt8(flac.readUInt8(at) ^ 0xff, at)
    disk.prepare('UPDATE sounds SET flac = ? WHERE take = ?').run(flac, take)
  }
  disk.close()
  return rows.length
}

it('every damaged take of a chapter is spoken again by an export, and sounds as it did', async () => {
  const test = studio(6)
  await withOpenBook(test, async ({ call, end, narrate, projectId }) => {
    await narrate()
    const exported = async (name: string) => {
      const target = join(root, name)
      const ticket = test.ports.tickets.issue('target', target)
      const job = await end(
        (await call('export.start', { projectId, ticket, format: 'wav' })).jobId,
      )
      expect(job).toMatchObject({ state: 'done' })
      return readFileSync(target)
    }
    const before = await exported('before.wav')
    await call('cache.clear', {})
    expect(flip('recipe IS NOT NULL')).toBeGreaterThan(5)
    const again = await exported('after.wav')
    expect(again.equals(before)).toBe(true)
    expect(test.logged.join()).toContain('damaged')
  })
})

it('a damaged take is spoken again for whoever listens to it', async () => {
  await withOpenBook(studio(2), async ({ call, narrate, projectId, rows, studio: open }) => {
    await narrate()
    expect(flip('recipe IS NOT NULL')).toBeGreaterThan(1)
    const segmentId = (await rows())[0]?.id ?? ''
    const { address } = await call('segment.prepare', { projectId, segmentId })
    const media = await open.media(address ?? '')
    const [part] = media?.parts ?? []
    expect(part && 'file' in part ? statSync(part.file).size : 0).toBeGreaterThan(1000)
  })
})

it('a damaged recording is named, and stays for whoever can still hear something of it', async () => {
  const test = studio(2)
  await withOpenBook(test, async ({ call, end, narrate, projectId, rows }) => {
    await narrate()
    const row = (await rows())[0]
    const sound = join(root, 'mine.wav')
    const first = test.ports.tickets.issue('target', sound)
    await end((await call('export.start', { projectId, ticket: first, format: 'wav' })).jobId)
    const own = join(root, 'own.wav')
    copyFileSync(sound, own)
    const ticket = test.ports.tickets.issue('book', own)
    const segmentId = row?.id ?? ''
    const { takeId } = await call('take.record', { projectId, segmentId, ticket })
    expect(flip('recipe IS NULL')).toBe(1)
    const target = test.ports.tickets.issue('target', join(root, 'out.wav'))
    const { jobId } = await call('export.start', { projectId, ticket: target, format: 'wav' })
    expect(await end(jobId)).toMatchObject({
      state: 'failed',
      failure: { code: 'recording-damaged', params: { text: row?.text.slice(0, 80).trim() } },
    })
    expect((await rows())[0]?.status).toMatchObject({ state: 'ready' })
    expect(
      database
        .prepare({ it: { sql: `SELECT id FROM takes WHERE id = '${takeId}'` } })
        .it.all({} as never),
    ).toHaveLength(1)
  })
})
