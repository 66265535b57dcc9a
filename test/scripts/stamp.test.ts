// What set-up takes for stale, and what it leaves alone.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesBelow, isFresh, lockIsInstalled, stampOf, writeStamp } from '../../scripts/stamp.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-stamp-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sourceIn = (name: string, text: string) => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

test('nothing is fresh without a stamp', () => {
  const file = sourceIn('a.ts', '1')
  expect(isFresh(join(folder, 'stamp.json'), [file])).toBe(false)
})

test('files are fresh until their content changes, whatever their times say', () => {
  const file = sourceIn('a.ts', '1')
  const stamp = join(folder, 'out', 'stamp.json')
  writeStamp(stamp, stampOf([file]))
  expect(isFresh(stamp, [file])).toBe(true)

  utimesSync(file, 1, 1)
  expect(isFresh(stamp, [file])).toBe(true)

  sourceIn('a.ts', '2')
  expect(isFresh(stamp, [file])).toBe(false)
})

test('a new file makes the whole stale', () => {
  sourceIn('src/a.ts', '1')
  const stamp = join(folder, 'stamp.json')
  writeStamp(stamp, stampOf(filesBelow(join(folder, 'src'))))
  sourceIn('src/deep/b.ts', '1')
  expect(isFresh(stamp, filesBelow(join(folder, 'src')))).toBe(false)
})

test('notes and hidden files are no sources', () => {
  sourceIn('src/a.ts', '1')
  sourceIn('src/notes.md', '1')
  sourceIn('src/.hidden', '1')
  expect(filesBelow(join(folder, 'src'))).toEqual([join(folder, 'src', 'a.ts')])
})

test('packages that npm has put there by itself count as installed', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' } } }
  expect(lockIsInstalled(lock, lock)).toBe(true)
  expect(lockIsInstalled(lock, { packages: {} })).toBe(false)
  const older = { packages: { 'node_modules/a': { version: '0.9.0', integrity: 'y' } } }
  expect(lockIsInstalled(lock, older)).toBe(false)
})

test('packages for other platforms may be absent', () => {
  const lock = { packages: { 'node_modules/a': { version: '1.0.0', optional: true } } }
  expect(lockIsInstalled(lock, { packages: {} })).toBe(true)
})
