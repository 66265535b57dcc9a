// Programs are found where a terminal would find them, and never in the present folder.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findProgram } from '../../src/io/find-program.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-path-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = (name: string, mode: number | null) => {
  const path = join(root, name)
  mkdirSync(path)
  if (mode !== null) {
    writeFileSync(join(path, 'speak'), '')
    chmodSync(join(path, 'speak'), mode)
  }
  return path
}
const empty = folder('empty', null)
const noted = folder('noted', 0o644)
const first = folder('first', 0o755)
const second = folder('second', 0o755)

it.each([
  ['the first of the path', [empty, first, second], join(first, 'speak')],
  ['none that cannot be run', [noted, second], join(second, 'speak')],
  ['none below the present folder', ['', '.', relative(process.cwd(), first)], null],
  ['none where there is none', [empty, join(root, 'gone')], null],
])('finds %s', async (_, folders, found) => {
  expect(await findProgram('speak', folders.join(delimiter))).toBe(found)
})
