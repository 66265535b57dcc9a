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
function loaded(data: string): string[] {
  const told = execFileSync(
    process.execPath,
    [join(import.meta.dirname, 'open-library.ts'), data],
    {
      encoding: 'utf8',
    },
  )
  return JSON.parse(told) as string[]
}

describe('a library', () => {
  test('without a farm loads nothing of one', () => {
    expect(loaded(join(root, 'without'))).toEqual([])
  })

  test('with a farm loads what that needs, whether or not its Redis is there', () => {
    const data = join(root, 'with')
    const { farm } = dataFolderAt(data)
    mkdirSync(dirname(farm), { recursive: true })
    const settings = { prefix: 'lectern', allowPlain: false, speakHere: true, shareTakes: false }
    writeFileSync(farm, JSON.stringify({ address: 'redis://127.0.0.1:1', ...settings }))
    expect(loaded(data)).toEqual(expect.arrayContaining(['farm-in-use', 'ioredis']))
  })
})
