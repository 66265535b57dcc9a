// Looking into the main process: what is written can be opened, and objects are counted by class.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createScope, type Scope } from '../../src/core/base/scope.ts'
import type { Inspector } from '../../src/core/ports/machine.ts'
import { systemClock } from '../../src/io/clock.ts'
import { createInspector } from '../../src/io/inspector.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { builtWorkers } from '../fixtures/built.ts'

class PlantedObject {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}

let folder: string
let scope: Scope
let inspector: Inspector
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-inspected-'))
  scope = createScope()
  inspector = createInspector({
    folder,
    launch: forkProcess,
    entry: builtWorkers.heapCounter,
    clock: systemClock,
    scope,
  })
})
afterEach(async () => {
  await scope.dispose()
  rmSync(folder, { recursive: true })
})

it('objects are counted by class, and nothing is left of the counting', async () => {
  const planted = Array.from({ length: 200_000 }, (_, number) => new PlantedObject(number))
  const found = (await inspector.objects()).find(({ name }) => name === 'PlantedObject')
  expect(found?.count).toBe(planted.length)
  expect(readdirSync(folder)).toEqual([])
})

it('a profile is what V8 writes, in a folder that is closed to others', async () => {
  const { file, bytes } = await inspector.cpuProfile(1)
  const text = readFileSync(join(folder, file), 'utf8')
  expect(text).toHaveLength(bytes)
  expect(Object.keys(JSON.parse(text) as object)).toEqual(
    expect.arrayContaining(['nodes', 'samples', 'timeDeltas']),
  )
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
})
