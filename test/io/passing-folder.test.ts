// Folders of a process: what killed processes have left is cleared away, what others use is not.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makePassingFolder } from '../../src/io/passing-folder.ts'

let root: string
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'lectern-passing-test-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** As a process of this machine has named one. */
const folderOf = (pid: number | undefined, name = 'lectern-worker') => {
  const own = makePassingFolder(name, root)
  const path = join(root, basename(own).replace(`-${process.pid}-`, `-${pid}-`))
  mkdirSync(join(path, 'inner'), { recursive: true })
  return path
}

test('a folder of a process that is gone is cleared away', () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const left = folderOf(pid)
  makePassingFolder('lectern-worker', root)
  expect(existsSync(left)).toBe(false)
})

test('a folder of a living process, of this one, of another kind, machine or owner stays', () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const stays = [
    folderOf(process.ppid),
    makePassingFolder('lectern-worker', root),
    folderOf(pid, 'lectern-previews'),
    join(root, `lectern-worker-01234567-${pid}-abcdef`),
    join(root, 'somebody-else'),
  ]
  for (const path of stays) mkdirSync(path, { recursive: true })
  makePassingFolder('lectern-worker', root)
  expect(stays.map((path) => existsSync(path))).toEqual(stays.map(() => true))
})

test('what cannot be looked through is not in the way: only making one can fail', () => {
  const nowhere = join(root, 'nowhere')
  expect(() => makePassingFolder('lectern-worker', nowhere)).toThrow(/mkdtemp/)
})
