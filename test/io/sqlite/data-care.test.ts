// The care of the databases beside their writer: checked, copied and laid ready by a process of its own.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createScope, type Scope } from '../../../src/core/base/scope.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { openDataFolder, type DataFolder } from '../../../src/io/data-folder.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { createDataCare } from '../../../src/io/sqlite/data-care.ts'
import { openStores, type Stores } from '../../../src/io/sqlite/stores.ts'
import { leafPages, rootPage, spoilPages } from '../../fixtures/damage.ts'
import { importSample } from '../../fixtures/sample-projects.ts'
import { prepareTake, sampleTake } from '../../fixtures/sample-takes.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'
import { builtWorkers } from '../../fixtures/built.ts'

let folder: DataFolder
let scope: Scope
beforeEach(() => {
  folder = openDataFolder(mkdtempSync(join(tmpdir(), 'lectern-care-')))
  scope = createScope()
})
afterEach(async () => {
  await scope.dispose()
  rmSync(folder.root, { recursive: true })
})

async function open() {
  const stores = await openStores({
    entry: builtWorkers.store,
    folder,
    door: 'test',
    log: silentLog,
  })
  scope.own(() => stores.close())
  return { stores, care: careOf(stores) }
}
const careOf = (stores: Stores, clock = systemClock) =>
  createDataCare({
    ...{ launch: forkProcess, entry: builtWorkers.store, folder, clock, log: silentLog, scope },
    stores: () => stores,
  })
const failed = (code: string, params: object) =>
  expect.objectContaining({ failure: expect.objectContaining({ code, params }) })

test('sound databases are found sound, while they are in use', async () => {
  const { stores, care } = await open()
  await importSample(stores.projects, 'p1')
  expect(await care.check()).toBe(true)
  expect(care.notices()).toEqual([])
})

test('damage is found before anybody meets it, told, and mended at the next start', async () => {
  const first = await open()
  await importSample(first.stores.projects, 'p1', [80, 40, 80])
  await first.stores.close()
  const pages = leafPages(folder.projectsDatabase, 'segments')
  spoilPages(folder.projectsDatabase, pages.slice(2, 3))

  const second = await open()
  const heard: unknown[] = []
  second.care.onNotice((notice) => heard.push(notice))
  expect(await second.care.check()).toBe(false)
  expect(heard).toEqual([{ kind: 'damaged', database: 'projects' }])
  await second.stores.close()

  const third = await open()
  expect(third.care.notices()).toMatchObject([{ kind: 'rebuilt', database: 'projects', kept: 1 }])
  expect(await third.care.check()).toBe(true)
  await third.stores.close()

  const fourth = await open()
  expect(fourth.care.notices()).toEqual(third.care.notices())
  fourth.care.told()
  await fourth.stores.close()
  expect((await open()).care.notices()).toEqual([])
})

test('takes.db is looked through only after a run that was cut off', async () => {
  const first = await open()
  const take = sampleTake(1)
  await first.stores.takes.keep(take, prepareTake(folder.spool, take), null)
  await first.stores.close()
  spoilPages(folder.takesDatabase, [rootPage(folder.takesDatabase, 'take_references')])
  const second = await open()
  expect(second.stores.wasUnclean()).toBe(false)
  expect(await second.care.check()).toBe(true)
  const cutOff = careOf({ ...second.stores, wasUnclean: () => true })
  expect(await cutOff.check()).toBe(false)
  expect(second.care.notices()).toEqual([{ kind: 'damaged', database: 'takes' }])
})

test('what cannot be opened is not called damaged', async () => {
  const { stores, care } = await open()
  await stores.close()
  rmSync(folder.projectsDatabase)
  await expect(care.check()).rejects.toThrow(failed('folder-not-writable', { folder: folder.root }))
  expect(care.notices()).toEqual([])
  expect(readdirSync(folder.root).filter((name) => name.endsWith('-damaged'))).toEqual([])
})

test('nothing is checked before its time, nor while somebody asks for something', async () => {
  const { stores } = await open()
  const clock = createVirtualClock()
  const launched: string[] = []
  const care = createDataCare({
    launch(at, options) {
      launched.push(options.name)
      return forkProcess(at, options)
    },
    ...{ entry: builtWorkers.store, folder, clock, log: silentLog, scope, stores: () => stores },
  })
  await clock.advance(19_000)
  expect(launched).toEqual([])
  await clock.advance(1100)
  care.stir()
  await clock.advance(150)
  expect(launched).toEqual([])
  await clock.advance(100)
  expect(launched).toEqual(['lectern-data-care'])
  care.stir()
  await clock.advance(60_000)
  expect(launched).toHaveLength(1)
})

test('a backup is made while the library is written, and put in force at the next start', async () => {
  const first = await open()
  await importSample(first.stores.projects, 'p1')
  const [backup] = await Promise.all([
    first.care.backUp(),
    importSample(first.stores.projects, 'p2'),
  ])
  expect(backup).toMatchObject({ cause: 'asked' })
  expect([1, 2]).toContain(backup.books)
  await first.stores.projects.remove('p1')
  await first.care.restore(backup.name)
  await first.care.keep()
  expect(existsSync(folder.restore)).toBe(false)
  await first.care.restore(backup.name)
  expect(await first.care.backups()).toEqual({ backups: [backup], ready: backup.name })
  await first.stores.close()

  const second = await open()
  expect(second.care.notices()).toEqual([{ kind: 'restored', name: backup.name }])
  expect((await second.stores.projects.list()).map(({ project }) => project.id)).toContain('p1')
  const { backups, ready } = await second.care.backups()
  expect(ready).toBeNull()
  expect(backups.map(({ cause }) => cause).toSorted()).toEqual(['asked', 'replaced'])
  expect(existsSync(folder.restore)).toBe(false)
  expect(readdirSync(folder.backups).filter((name) => !name.endsWith('.db'))).toEqual([])
})

test('what is no backup is not restored', async () => {
  const { care } = await open()
  await expect(care.restore('../projects.db')).rejects.toThrow(
    failed('not-found', { kind: 'backup' }),
  )
  expect(await care.backups()).toEqual({ backups: [], ready: null })
})

test('a spoiled backup is not restored', async () => {
  const { stores, care } = await open()
  await importSample(stores.projects, 'p1', [40])
  const { name } = await care.backUp()
  const path = join(folder.backups, name)
  spoilPages(path, leafPages(path, 'segments'))
  await expect(care.restore(name)).rejects.toThrow(failed('data-damaged', { name }))
})
