// How the codec children read sound that another process is writing.
import Native from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../src/io/sqlite/database.ts'
import { openTakesDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { openTakeReader, type TakeReader } from '../../../src/io/sqlite/take-reader.ts'
import { createTakeStore, type SynchronousTakeStore } from '../../../src/io/sqlite/take-store.ts'
import { noise, prepareTake, sampleTake, takeId } from '../../fixtures/sample-takes.ts'

let folder: string
let path: string
let database: Database
let store: SynchronousTakeStore
let reader: TakeReader
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-reader-'))
  path = join(folder, 'takes.db')
  database = openTakesDatabase(path)
  store = createTakeStore(database, () => 1_800_000_000_000)
  reader = openTakeReader(path)
})
afterEach(() => {
  reader.close()
  database.close()
  rmSync(folder, { recursive: true })
})
const keep = (recipe: number, bytes: number) => {
  const take = sampleTake(recipe)
  store.keep(take, prepareTake(folder, take, bytes), null)
  return noise(bytes, take.samples)
}

test('gives the bytes of every take that was kept, also after it was opened', () => {
  for (const [recipe, bytes] of [
    [1, 0],
    [2, 1],
    [3, 20_000],
    [4, 700_000],
    [5, 16_384],
  ] as const)
    expect(Buffer.from(reader.flac(takeId(recipe)) ?? [1]).equals(keep(recipe, bytes))).toBe(false)
  for (const [recipe, bytes] of [
    [2, 1],
    [3, 20_000],
    [4, 700_000],
    [5, 16_384],
  ] as const)
    expect(
      Buffer.from(reader.flac(takeId(recipe)) ?? []).equals(noise(bytes, 22_050 + recipe)),
    ).toBe(true)
})

test('says null for a take that is not there', () => {
  expect(reader.flac(takeId(1))).toBeNull()
})

test('finds out that a stored take was damaged, and its neighbours were not', () => {
  keep(1, 50_000)
  keep(2, 50_000)
  const vandal = new Native(path)
  vandal
    .prepare(
      `UPDATE sounds SET flac = CAST(substr(flac, 1, 30000) || x'00' || substr(flac, 30002) AS BLOB)
       WHERE take = 1`,
    )
    .run()
  vandal.close()
  expect(() => reader.flac(takeId(1))).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({
        code: 'take-damaged',
        params: { takeId: takeId(1) },
        retry: 'now',
      }),
    }),
  )
  expect(reader.flac(takeId(2))).toHaveLength(50_000)
})

test('cannot write', () => {
  const readonly = new Native(path, { readonly: true })
  expect(() => readonly.exec('DELETE FROM takes')).toThrow(/readonly/)
  readonly.close()
})
