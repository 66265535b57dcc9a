// Folders of a process: what killed processes have left is cleared away, what others use is not.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makePassingFolder } from '../../src/io/passing-folder.ts'

let root: string
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'lectern-passing-test-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

const left = (name: string) => {
  const path = join(root, name)
  mkdirSync(join(path, 'inner'), { recursive: true })
  return path
}

test('a folder of a process that is gone, or of an earlier one of our number, is cleared away', () => {
  const { pid: gone } = spawnSync(process.execPath, ['--version'])
  const before = [
    left(`lectern-worker-${gone}-abcdef`),
    left(`lectern-worker-${process.pid}-abcdef`),
  ]
  const own = makePassingFolder('lectern-worker', root)
  expect(before.map((path) => existsSync(path))).toEqual([false, false])
  expect(readdirSync(root).map((name) => join(root, name))).toEqual([own])
})

test('a folder of a living process, of another kind or of other people stays', () => {
  const others = [
    left(`lectern-worker-${process.ppid}-abcdef`),
    left(`lectern-previews-${process.pid}-abcdef`),
    left('lectern-worker-abcdef'),
    left('somebody-else'),
  ]
  makePassingFolder('lectern-worker', root)
  expect(others.map((path) => existsSync(path))).toEqual([true, true, true, true])
})
