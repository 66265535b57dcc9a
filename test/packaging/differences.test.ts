// npm run reproduce would see it if two builds were not the same.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { differences, inventoryOf } from './differences.ts'

test('what differs is named, short of what may', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-differences-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const side = (name: string, files: Record<string, string>, mode = 0o644) => {
    mkdirSync(join(folder, name, 'main'), { recursive: true })
    for (const [file, text] of Object.entries(files))
      writeFileSync(join(folder, name, file), text, { mode })
    return inventoryOf(join(folder, name), 'out')
  }
  const one = side('one', { 'stamp.json': '1', 'main/a.js': 'a', 'main/b.js': 'b', 'c.css': 'c' })
  const other = side('other', { 'stamp.json': '2', 'main/a.js': 'a', 'main/b.js': 'B', d: 'd' })
  expect(differences(one, other)).toEqual([
    'out/c.css: only in the first',
    'out/d: only in the second',
    'out/main/b.js: not the same',
  ])
  expect(differences(one, new Map(one))).toEqual([])
  const runnable = side('runnable', { 'main/a.js': 'a' }, 0o755)
  expect(differences(runnable, new Map([...one].filter(([name]) => runnable.has(name))))).toEqual([
    'out/main/a.js: not the same',
  ])
})
