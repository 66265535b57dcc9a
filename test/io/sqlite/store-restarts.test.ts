// The store's thread may die at any moment: it is started again, and what can be done again is.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Clock } from '../../../src/core/base/scope.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { openDataFolder, type DataFolder } from '../../../src/io/data-folder.ts'
import type { Channel } from '../../../src/io/process/channel.ts'
import { startThread } from '../../../src/io/process/fork.ts'
import { openStores, type Stores } from '../../../src/io/sqlite/stores.ts'
import { leafPages, spoilPages } from '../../fixtures/damage.ts'
import { importSample } from '../../fixtures/sample-projects.ts'
import { prepareTake, sampleTake, takeId } from '../../fixtures/sample-takes.ts'
import { builtWorkers } from '../../fixtures/built.ts'

/** Pauses are over at once. */
const hasty: Clock = { ...systemClock, after: (_, run) => systemClock.after(0, run) }

let folder: DataFolder
let threads: Channel[] = []
let logged: string[] = []
let stores: Stores | null = null
beforeEach(() => {
  folder = openDataFolder(mkdtempSync(join(tmpdir(), 'lectern-restarts-')))
  threads = []
  logged = []
})
afterEach(async () => {
  await stores?.close()
  stores = null
  rmSync(folder.root, { recursive: true })
})

const note = (message: string) => void logged.push(message)
const log = { error: note, warn: note, info: note, debug: note }
const open = async (): Promise<Stores> =>
  (stores = await openStores({
    ...{ entry: builtWorkers.store, folder, door: 'test', log, clock: hasty },
    start(at, options) {
      const thread = startThread(at, options)
      threads.push(thread)
      return thread
    },
  }))
const failed = (code: string, retry = 'now') =>
  expect.objectContaining({ failure: expect.objectContaining({ code, retry }) })

test('a thread that was killed is started again, and nothing that was kept is gone', async () => {
  const { projects, takes } = await open()
  const project = await importSample(projects, 'p1')
  const take = sampleTake(1)
  await takes.keep(take, prepareTake(folder.spool, take), null)
  threads[0]?.kill()
  expect(await projects.read('p1')).toEqual(project)
  expect(await takes.find([takeId(1)])).toEqual(new Map([[takeId(1), take]]))
  expect(threads).toHaveLength(2)
  expect(logged).toEqual([
    'the store ended by itself and is started again',
    'the store was started again',
  ])
})

test('what was under way is done again where twice is once, and fails where it is not', async () => {
  const { projects, takes } = await open()
  await importSample(projects, 'p1')
  const made = [1, 2, 3].map((recipe) => sampleTake(recipe))
  const kept = made.map((take) => takes.keep(take, prepareTake(folder.spool, take), null))
  const read = projects.read('p1')
  const change = projects.change('p1', { kind: 'voice-cast', voice: 'espeak:gmw/de' })
  threads[0]?.kill()
  const [changed] = await Promise.allSettled([change])
  // It may have been done before the end came; if not, it is said.
  if (changed?.status === 'rejected') expect(changed.reason).toEqual(failed('data-interrupted'))
  expect(await read).toMatchObject({ id: 'p1' })
  await Promise.all(kept)
  expect([...(await takes.find(made.map(({ id }) => id))).keys()]).toEqual(made.map(({ id }) => id))
})

test('a change that cannot be made twice says that it was interrupted', async () => {
  const { projects } = await open()
  const begun = projects.begin('p1')
  threads[0]?.kill()
  await expect(begun).rejects.toThrow(failed('data-interrupted'))
  expect(await projects.list()).toEqual([])
})

test('one that dies again and again is left alone, and every call says so', async () => {
  const { projects } = await open()
  for (let death = 0; death < 5; death++) {
    threads.at(-1)?.kill()
    expect(await projects.list()).toEqual([])
  }
  threads.at(-1)?.kill()
  await expect(projects.list()).rejects.toThrow(failed('data-interrupted'))
  expect(threads).toHaveLength(6)
})

test('damage that a call meets is told, and mended at the next start', async () => {
  const first = await open()
  await importSample(first.projects, 'p1', [40, 40])
  await first.close()
  const pages = leafPages(folder.projectsDatabase, 'segments')
  spoilPages(folder.projectsDatabase, pages.slice(1, 2))
  const damaged = readFileSync(folder.projectsDatabase)

  const second = await open()
  const heard: unknown[] = []
  second.onNotice((notice) => heard.push(notice))
  await expect(second.projects.segments('p1', 0, 80)).rejects.toThrow(
    failed('data-damaged', 'never'),
  )
  expect(heard).toEqual([{ kind: 'damaged', database: 'projects' }])
  expect(readFileSync(folder.projectsDatabase).byteLength).toBe(damaged.byteLength)
  await second.close()

  const third = await open()
  expect(third.notices()).toMatchObject([{ kind: 'rebuilt', database: 'projects', kept: 1 }])
  expect(await third.projects.segments('p1', 0, 80)).toHaveLength(40)
})
