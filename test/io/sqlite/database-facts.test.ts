// What the doctor finds of a database, sound or damaged.
import { mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { databaseFacts } from '../../../src/io/sqlite/database-facts.ts'
import { openProjectsDatabase } from '../../../src/io/sqlite/open-databases.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-facts-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it('tells version and size, beside the connection that writes', () => {
  const path = join(folder, 'projects.db')
  const database = openProjectsDatabase(path)
  const facts = databaseFacts(path)
  expect(facts).toMatchObject({ freeBytes: 0 })
  expect(facts.version).toBeGreaterThan(0)
  database.checkpoint()
  database.close()
  expect(databaseFacts(path).bytes).toBeGreaterThan(4096)
})

it('tells no version of a damaged one, a foreign one and none at all', () => {
  const path = join(folder, 'projects.db')
  const database = openProjectsDatabase(path)
  database.checkpoint()
  database.close()
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, 0)
  expect(databaseFacts(path)).toMatchObject({ version: null })
  writeFileSync(join(folder, 'foreign.db'), 'no database at all, but a text of some length')
  expect(databaseFacts(join(folder, 'foreign.db'))).toMatchObject({ version: null })
  expect(databaseFacts(join(folder, 'none.db'))).toMatchObject({ version: null, bytes: 0 })
})
