// The take store on SQLite, and the fake that stands in for it elsewhere.
import { mkdtempSync, rmSync, truncateSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { worded } from '../../../src/io/sqlite/sqlite-failure.ts'
import { openTakesDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { createTakeStore } from '../../../src/io/sqlite/take-store.ts'
import { describeTakeStore } from '../../conformance/take-store.ts'
import { createMemoryTakes } from '../../fixtures/memory-takes.ts'
import { promisedTakes } from '../../fixtures/promised.ts'
import { prepareTake, sampleTake, takeId } from '../../fixtures/sample-takes.ts'

describeTakeStore('SQLite', (folder, now) => {
  const database = openTakesDatabase(join(folder, 'takes.db'))
  const store = promisedTakes(createTakeStore(database, now))
  return { store, close: () => database.close() }
})
describeTakeStore('memory', (_, now) => ({ store: createMemoryTakes(now), close: () => {} }))

describe('the take store on SQLite', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-takes-'))
    path = join(folder, 'takes.db')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const open = (now = () => 1_800_000_000_000) => {
    const database = openTakesDatabase(path)
    return { database, store: createTakeStore(database, now) }
  }

  test('has pages of 16 KiB and gives free ones back', () => {
    const { database } = open()
    expect(database.pragma('page_size')).toBe(16_384)
    expect(database.pragma('auto_vacuum')).toBe(2)
    expect(database.pragma('journal_mode')).toBe('wal')
    database.close()
  })

  test('writes nothing when takes are only found, and the uses with the next write', () => {
    let now = 1_000
    const { database, store } = open(() => now)
    for (const recipe of [1, 2]) {
      const take = sampleTake(recipe)
      store.keep(take, prepareTake(folder, take), null)
    }
    const watcher = openTakesDatabase(path)
    const before = watcher.pragma('data_version')
    now = 50_000_000
    store.find([takeId(1)])
    expect(watcher.pragma('data_version')).toBe(before)
    store.sweepStep({ ttlSeconds: 1000, maxBytes: 1e9 })
    expect([...store.find([takeId(1), takeId(2)]).keys()]).toEqual([takeId(1)])
    watcher.close()
    database.close()
  })

  test('remembers its statistics over a restart', () => {
    const first = open()
    const take = sampleTake(1)
    first.store.keep(take, prepareTake(folder, take), null)
    first.store.count({ hits: 1, misses: 2 })
    first.store.flush()
    first.database.close()
    const second = open()
    expect(second.store.stats()).toMatchObject({ entries: 1, bytes: 1000, hits: 1, misses: 2 })
    second.database.close()
  })

  test('says that the disk is full, leaves the spool file, and can keep the take later', () => {
    const { database, store } = open()
    const take = sampleTake(1)
    const prepared = prepareTake(folder, take, 400_000)
    const pages = Number(database.pragma('page_count'))
    database.pragma(`max_page_count = ${pages + 3}`)
    expect(() => worded(path, () => store.keep(take, prepared, null))).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'disk-full' }) }),
    )
    expect(existsSync(prepared.file)).toBe(true)
    expect(store.stats()).toMatchObject({ entries: 0, bytes: 0 })
    database.pragma('max_page_count = 100000')
    store.keep(take, prepared, null)
    expect(store.find([take.id]).size).toBe(1)
    database.close()
  })

  test('refuses a spool file that is shorter than it was made', () => {
    const { database, store } = open()
    const take = sampleTake(1)
    const prepared = prepareTake(folder, take)
    truncateSync(prepared.file, 999)
    expect(() => store.keep(take, prepared, null)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'take-damaged' }) }),
    )
    expect(store.find([take.id]).size).toBe(0)
    database.close()
  })

  test('keeps a true tally through batches of evictions', async () => {
    const { database, store } = open()
    for (let recipe = 0; recipe < 450; recipe++) {
      const take = sampleTake(recipe)
      store.keep(take, prepareTake(folder, take, 100), null)
    }
    const limits = { ttlSeconds: 1e6, maxBytes: 950 }
    expect(store.sweepStep(limits)).toMatchObject({ freedBytes: 20_000, done: false })
    const { sweep } = promisedTakes(store)
    expect(await sweep(limits)).toEqual({ freedBytes: 24_100, full: false })
    expect(store.stats()).toMatchObject({ entries: 9, bytes: 900, evictions: 441 })
    database.close()
  })
})
