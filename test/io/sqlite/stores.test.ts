// The stores as a door opens them: a thread, a lock, two databases.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failure } from '../../../src/core/base/failure-error.ts'
import { openDataFolder, type DataFolder } from '../../../src/io/data-folder.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { connect } from '../../../src/io/process/remote.ts'
import { acquireLock } from '../../../src/io/sqlite/lock.ts'
import { openStores, type Stores } from '../../../src/io/sqlite/stores.ts'
import { importSample, sampleProject } from '../../fixtures/sample-projects.ts'
import { prepareTake, sampleTake, takeId } from '../../fixtures/sample-takes.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { builtWorkers } from '../../fixtures/built.ts'

let folder: DataFolder
const opened: Stores[] = []
beforeEach(() => {
  folder = openDataFolder(mkdtempSync(join(tmpdir(), 'lectern-stores-')))
})
afterEach(async () => {
  for (const stores of opened.splice(0)) await stores.close()
  rmSync(folder.root, { recursive: true })
})
const open = async (door = 'terminal') => {
  const stores = await openStores({ entry: builtWorkers.store, folder, door, log: silentLog })
  opened.push(stores)
  return stores
}
const failed = (code: string, params: object = {}) =>
  expect.objectContaining({ failure: expect.objectContaining({ code, params }) })

describe('the stores', () => {
  test('keep projects and takes over a restart, and leave no logs behind', async () => {
    const first = await open()
    const project = await importSample(first.projects, 'p1')
    const take = sampleTake(1)
    await first.takes.keep(take, prepareTake(folder.spool, take), {
      projectId: 'p1',
      segmentId: 'c1-0',
    })
    await first.takes.count({ hits: 2, misses: 1 })
    await first.close()
    expect(
      readdirSync(folder.root).filter((file) => /-(wal|shm|journal|owner)/.test(file)),
    ).toEqual([])

    const second = await open()
    expect(await second.projects.read('p1')).toEqual(project)
    expect(await second.takes.find([takeId(1)])).toEqual(new Map([[takeId(1), take]]))
    expect(await second.takes.stats()).toMatchObject({ entries: 1, hits: 2, misses: 1 })
  })

  test('tell of the disk that a book is saved to, not of their own', async () => {
    const { projects } = await open()
    await importSample(projects, 'p1')
    const elsewhere = join(folder.root, 'elsewhere')
    await expect(projects.saveDocument('p1', join(elsewhere, 'document.jsonl'))).rejects.toThrow(
      failed('target-missing', { folder: elsewhere }),
    )
  })

  test.skipIf(!existsSync('/dev/full'))('name the disk that is full', async () => {
    const { projects } = await open()
    await importSample(projects, 'p1')
    await expect(projects.saveDocument('p1', '/dev/full')).rejects.toThrow(
      failed('disk-full', { folder: '/dev' }),
    )
  })

  test('take in a chapter that is longer than a message should be', async () => {
    const { projects } = await open()
    await importSample(projects, 'p1', [5500, 3])
    const rows = await projects.segments('p1', 3998, 5)
    expect(rows.map(({ id, position }) => [id, position])).toEqual(
      [3998, 3999, 4000, 4001, 4002].map((position) => [`c1-${position}`, position]),
    )
    const all = await projects.segments('p1', 0, 10_000)
    const heard = all.map(({ id }) => ({
      segmentId: id,
      takeId: takeId(1),
      state: 'ready' as const,
      durationSeconds: 2.5,
      flagged: false,
    }))
    await projects.setTakes('p1', heard)
    expect((await projects.progress('p1'))[0]).toMatchObject({ ready: 5500, readySeconds: 13_750 })
  })

  test('answer with failures, and go on', async () => {
    const { projects } = await open()
    await expect(projects.read('nobody')).rejects.toThrow(failed('not-found', { kind: 'project' }))
    expect(await projects.list()).toEqual([])
  })

  test('release the takes of a project that is removed', async () => {
    const { projects, takes } = await open()
    const take = sampleTake(1)
    const usedBy = { projectId: 'p1', segmentId: 'c1-0' }
    await importSample(projects, 'p1')
    await takes.keep(take, prepareTake(folder.spool, take), usedBy)
    expect(await takes.clear()).toEqual({ freedBytes: 0 })
    await projects.remove('p1')
    expect(await takes.clear()).toEqual({ freedBytes: 1000 })
  })

  test('release the takes of a project that is discarded before it is finished', async () => {
    const { projects, takes } = await open()
    const take = sampleTake(1)
    await projects.begin('p1')
    const usedBy = { projectId: 'p1', segmentId: 'c1-0' }
    await takes.keep(take, prepareTake(folder.spool, take), usedBy)
    expect(await takes.clear()).toEqual({ freedBytes: 0 })
    await projects.discard('p1')
    expect(await takes.clear()).toEqual({ freedBytes: 1000 })
  })

  test('copy only the bytes that a cover consists of', async () => {
    const { projects } = await open()
    const { project } = sampleProject('p1', [])
    const whole = new Uint8Array(1000).fill(7)
    await projects.begin('p1')
    const bytes = whole.subarray(10, 14)
    const thumbnail = { key: 'k', mediaType: 'image/png', bytes }
    await projects.finish(project, { mediaType: 'image/png', bytes, thumbnail })
    const found = { mediaType: 'image/png', bytes: new Uint8Array([7, 7, 7, 7]) }
    expect(await projects.cover('p1')).toEqual(found)
    expect(await projects.picture('p1', 'k')).toEqual(found)
  })

  test('keep the takes that were chosen for a book on its way in', async () => {
    const { projects } = await open()
    const { project, segmentsOf } = sampleProject('p1', [2])
    await projects.begin('p1')
    const [entry] = project.chapters
    if (entry) await projects.addChapter('p1', { entry, segments: segmentsOf(1) })
    await projects.finish(project, null, [{ segmentId: 'c1-1', takeId: 'chosen' }])
    const rows = await projects.segments('p1', 0, 2)
    expect(rows.map(({ pinnedTakeId }) => pinnedTakeId)).toEqual([null, 'chosen'])
  })
})

describe('a data folder has one owner', () => {
  test('in this process', async () => {
    const stores = await open('web')
    await expect(open('terminal')).rejects.toThrow(
      failed('data-folder-busy', { owner: `process ${process.pid}, web` }),
    )
    expect(await stores.projects.list()).toEqual([])
    await stores.close()
    await open('terminal')
  })

  test('among processes, until the owner dies, however it dies', async () => {
    const holder = forkProcess(new URL('../../fixtures/lock-holder.ts', import.meta.url), {
      name: 'holder',
      parameters: { root: folder.root, door: 'electron' },
    })
    const gone = new Promise<void>((resolve) => holder.onExit(() => resolve()))
    const pid = await connect(holder, () => failure('unexpected')).call<number>('open', [])
    await expect(open()).rejects.toThrow(
      failed('data-folder-busy', { owner: `process ${pid}, electron` }),
    )
    holder.kill()
    await gone
    expect(existsSync(`${folder.lockDatabase}-owner.json`)).toBe(true)
    await open()
  })

  test('also when nobody knows who it is', () => {
    const lock = acquireLock(folder.lockDatabase, { pid: 1, door: 'web', since: 0 })
    rmSync(`${folder.lockDatabase}-owner.json`)
    expect(() => acquireLock(folder.lockDatabase, { pid: 2, door: 'web', since: 0 })).toThrow(
      failed('data-folder-busy', { owner: 'another process' }),
    )
    lock.release()
    acquireLock(folder.lockDatabase, { pid: 2, door: 'web', since: 0 }).release()
  })
})
