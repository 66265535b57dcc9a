// What the store does when nobody asks: fold the log in, give space back, and stand back at once.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createScope } from '../../../src/core/base/scope.ts'
import { createIdleWork, housekeep } from '../../../src/io/sqlite/idle-work.ts'
import { openTakesDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { createTakeStore } from '../../../src/io/sqlite/take-store.ts'
import { prepareTake, sampleTake } from '../../fixtures/sample-takes.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

describe('idle work', () => {
  test('waits until it has been quiet, goes on until nothing is left, then rests', async () => {
    const clock = createVirtualClock()
    const scope = createScope()
    let steps = 0
    const idle = createIdleWork(scope, clock, () => ++steps < 3)
    for (let call = 0; call < 10; call++) {
      idle.stir()
      await clock.advance(150)
    }
    expect(steps).toBe(0)
    await clock.advance(1000)
    expect(steps).toBe(3)
    await clock.advance(10_000)
    expect(steps).toBe(3)
    await scope.dispose()
  })

  test('stands back as soon as somebody asks again', async () => {
    const clock = createVirtualClock()
    const scope = createScope()
    let steps = 0
    const idle = createIdleWork(scope, clock, () => {
      steps += 1
      return true
    })
    idle.stir()
    await clock.advance(230)
    const before = steps
    expect(before).toBeGreaterThan(0)
    idle.stir()
    await clock.advance(190)
    expect(steps).toBe(before)
    await scope.dispose()
    await clock.advance(10_000)
    expect(steps).toBe(before)
  })
})

describe('housekeeping', () => {
  let folder: string
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lectern-idle-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  test('gives free space back in small steps, down to a spare part, and folds the log in', () => {
    const path = join(folder, 'takes.db')
    const database = openTakesDatabase(path)
    const store = createTakeStore(database, () => 0)
    for (let recipe = 0; recipe < 40; recipe++) {
      const take = sampleTake(recipe)
      store.keep(take, prepareTake(folder, take, 1_000_000), null)
    }
    expect(store.clearStep().done).toBe(true)
    const free = () => Number(database.pragma('freelist_count')) * 16_384
    const most = free()
    expect(most).toBeGreaterThan(39_000_000)
    expect(housekeep(database)).toBe(true)
    expect(most - free()).toBeLessThan(3_000_000)
    let steps = 1
    while (housekeep(database)) steps += 1
    expect(steps).toBeGreaterThan(8)
    expect(free()).toBeLessThanOrEqual(16 * 1024 ** 2)
    expect(database.written).toBe(false)
    expect(statSync(path).size).toBeLessThan(18_000_000)
    expect(housekeep(database)).toBe(false)
    database.close()
  })
})
