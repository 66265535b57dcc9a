// Keys at rest: readable by their owner alone, whatever the file was before.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKeyFile } from '../../src/io/key-file.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-keys-'))
  path = join(folder, 'keys.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const mode = () => statSync(path).mode & 0o777

describe('keys in a file', () => {
  it('are kept, replaced and cleared, each under its own id', async () => {
    const keys = openKeyFile(path)
    expect(await keys.get('box')).toBeNull()
    await Promise.all([keys.set('box', 'one'), keys.set('other', 'two'), keys.set('box', 'three')])
    expect(await openKeyFile(path).get('box')).toBe('three')
    await keys.clear('box')
    expect([await keys.has('box'), await keys.has('other')]).toEqual([false, true])
    expect(readFileSync(path, 'utf8')).not.toContain('three')
    expect(await keys.get('toString')).toBeNull()
  })

  it('are readable by their owner alone', async () => {
    await openKeyFile(path).set('box', 'one')
    expect(mode()).toBe(0o600)
  })

  it('are made so again where others may read them, also in what a crash left behind', async () => {
    writeFileSync(path, '{"box":"one"}', { mode: 0o644 })
    chmodSync(path, 0o644)
    writeFileSync(`${path}.new`, 'half', { mode: 0o666 })
    const keys = openKeyFile(path)
    expect(mode()).toBe(0o600)
    expect(await keys.get('box')).toBe('one')
    await keys.set('box', 'two')
    expect(mode()).toBe(0o600)
  })

  it('are none where the file is damaged', async () => {
    writeFileSync(path, '{ broken')
    expect(await openKeyFile(path).has('box')).toBe(false)
  })

  it('say so where they cannot be written', async () => {
    const keys = openKeyFile(join(folder, 'no-such-folder', 'keys.json'))
    await expect(keys.set('box', 'one')).rejects.toMatchObject({
      failure: { code: 'folder-not-writable' },
    })
    expect(await keys.has('box')).toBe(false)
  })
})
