// Statements that take long are told by their name alone.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDataFolder, type DataFolder } from '../../../src/io/data-folder.ts'
import { projectsApplication } from '../../../src/io/sqlite/application.ts'
import { openDatabase, type SlowStatement } from '../../../src/io/sqlite/database.ts'
import { statement, type Nothing } from '../../../src/io/sqlite/statement.ts'
import { openStores } from '../../../src/io/sqlite/stores.ts'
import { silentLog } from '../../fixtures/silent-log.ts'

let folder: DataFolder
beforeEach(() => {
  folder = openDataFolder(mkdtempSync(join(tmpdir(), 'lectern-slow-')))
})
afterEach(() => rmSync(folder.root, { recursive: true }))

const table = {
  counted: statement<{ upTo: number; secret: string }, { n: number }>(
    `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < @upTo)
     SELECT count(*) AS n FROM c WHERE @secret <> ''`,
  ),
  quick: statement<Nothing, { n: number }>('SELECT 1 AS n'),
}

it('tells of a statement that takes long, and of none that does not', () => {
  const database = openDatabase(join(folder.root, 'a.db'), {
    ...{ pageSize: 4096, logBytes: 1e6, application: projectsApplication },
    migrations: [],
  })
  const told: SlowStatement[] = []
  database.onSlow((slow) => told.push(slow))
  const statements = database.prepare(table)
  statements.quick.get({})
  expect(statements.counted.all({ upTo: 3_000_000, secret: 'a title' })).toEqual([{ n: 3_000_000 }])
  database.close()
  expect(told).toEqual([{ statement: 'counted', durationMs: expect.any(Number) as number }])
  expect(told[0]?.durationMs).toBeGreaterThanOrEqual(50)
})

it('writes what the thread of the store tells into the log of the door', async () => {
  const line = Promise.withResolvers<unknown[]>()
  const log = { ...silentLog, warn: (...said: unknown[]) => line.resolve(said) }
  const entry = new URL('../../fixtures/slow-store.ts', import.meta.url)
  const stores = await openStores({ entry, folder, door: 'test', log })
  expect(await line.promise).toEqual([
    'slow statement',
    { slow: 'statement', statement: 'segmentsById', durationMs: 80 },
  ])
  await stores.close()
})
