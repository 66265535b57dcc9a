// Without a cache a book is spoken as it else would be: by the voices, servers and farm that were set.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FarmSettings } from '../../src/contract/index.ts'
import { throwAwayLibrary } from '../../src/cli/throw-away-library.ts'
import { dataFolderAt, openDataFolder, settingsFiles } from '../../src/io/data-folder.ts'

let root: string
let made: string[]
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-library-'))
  made = []
})
afterEach(() => [root, ...made].forEach((path) => rmSync(path, { recursive: true, force: true })))
const throwAway = async () => {
  const path = await throwAwayLibrary(root)
  made.push(path)
  return dataFolderAt(path)
}

const farm: FarmSettings = {
  ...{ address: 'redis://10.0.0.7:6379', prefix: 'lectern', allowPlain: true },
  ...{ speakHere: false, shares: 'redis' },
}

test('what was set is there, and what was spoken is not', async () => {
  const folder = openDataFolder(root)
  for (const path of settingsFiles(folder)) writeFileSync(path, `"${basename(path)}"`)
  writeFileSync(folder.farm, JSON.stringify(farm))
  writeFileSync(folder.takesDatabase, 'takes')
  mkdirSync(join(folder.voices, 'tiny'))
  writeFileSync(join(folder.voices, 'tiny', 'model.onnx'), 'model')
  const copy = await throwAway()
  for (const path of settingsFiles(copy).filter((each) => each !== copy.farm))
    expect(readFileSync(path, 'utf8')).toBe(`"${basename(path)}"`)
  expect(readFileSync(join(copy.voices, 'tiny', 'model.onnx'), 'utf8')).toBe('model')
  expect(() => readFileSync(copy.takesDatabase)).toThrow(/ENOENT/)
})

test('the farm speaks as it was set, and shares no takes', async () => {
  const folder = openDataFolder(root)
  writeFileSync(folder.farm, JSON.stringify(farm))
  const copy = await throwAway()
  expect(JSON.parse(readFileSync(copy.farm, 'utf8'))).toEqual({ ...farm, shares: 'nowhere' })
  expect(JSON.parse(readFileSync(folder.farm, 'utf8'))).toEqual(farm)
})

test('so does one that was set by the Lectern before', async () => {
  const folder = openDataFolder(root)
  const { shares: _, ...before } = farm
  writeFileSync(folder.farm, JSON.stringify({ ...before, shareTakes: true }))
  const copy = await throwAway()
  expect(JSON.parse(readFileSync(copy.farm, 'utf8'))).toEqual({ ...farm, shares: 'nowhere' })
})

test('a library that is not there is as empty', async () => {
  rmSync(root, { recursive: true })
  const copy = await throwAway()
  for (const path of settingsFiles(copy)) expect(() => readFileSync(path)).toThrow(/ENOENT/)
})

test('every small file of a library is one of them', () => {
  const folder = dataFolderAt(root)
  const small = Object.values(folder).filter((path) => path.endsWith('.json'))
  expect(settingsFiles(folder).toSorted()).toEqual(small.toSorted())
})
