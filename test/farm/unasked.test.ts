// Without an address nothing of a farm is loaded; with one it is, so that the first can be believed.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dataFolderAt } from '../../src/io/data-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-unasked-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What a process that opens a library there, and closes it, has loaded of a farm. */
function loaded(data: string, ...words: readonly string[]): string[] {
  const told = execFileSync(
    process.execPath,
    [join(import.meta.dirname, 'open-library.ts'), data, ...words],
    {
      encoding: 'utf8',
    },
  )
  return JSON.parse(told) as string[]
}

const ofStore = ['aws4fetch', 's3', 's3-store']
const takeStore = {
  ...{ address: 'http://127.0.0.1:1', bucket: 'takes', prefix: 'lectern/', region: 'us-east-1' },
  ...{ accessKeyId: 'AKIA', allowPlain: false },
}
/** A library whose farm has these settings, and a Redis where nobody answers. */
function withFarm(name: string, settings: object): string {
  const data = join(root, name)
  const { farm } = dataFolderAt(data)
  mkdirSync(dirname(farm), { recursive: true })
  const usual = { prefix: 'lectern', allowPlain: false, speakHere: true }
  writeFileSync(farm, JSON.stringify({ address: 'redis://127.0.0.1:1', ...usual, ...settings }))
  return data
}

describe('a library', () => {
  test('without a farm loads nothing of one', () => {
    expect(loaded(join(root, 'without'))).toEqual([])
  })

  test('with a farm loads nothing of it in safe mode', () => {
    expect(loaded(withFarm('safe', { shares: 'redis' }), 'safe')).toEqual([])
  })

  test('with a farm loads what that needs, whether or not its Redis is there, and no store', () => {
    const without = loaded(withFarm('with', { shares: 'redis' }))
    expect(without).toEqual(expect.arrayContaining(['farm-in-use', 'ioredis']))
    expect(without.filter((part) => ofStore.includes(part))).toEqual([])
    // One that was set and is not used is none.
    const unused = loaded(withFarm('unused', { shares: 'redis', takeStore }))
    expect(unused.filter((part) => ofStore.includes(part))).toEqual([])
  })

  test('with a store of takes loads what that needs, whether or not it answers', () => {
    const parts = loaded(withFarm('store', { shares: 'store', takeStore }))
    expect(parts).toEqual(expect.arrayContaining(ofStore))
  })
})
