// Exports of several files in one: what is packed is whole, or told to have failed.
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createExportFolders } from '../../src/io/export-folder.ts'

let home: string
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'lectern-folder-'))))
afterEach(() => rmSync(home, { recursive: true, force: true }))

it('fails where a part is gone before it is packed, leaves no half of it, and the process goes on', async () => {
  const folder = await createExportFolders().begin(join(home, 'book.zip'), 'zip')
  await folder.writeText('1.m4b', 'whole')
  symlinkSync(join(home, 'gone'), folder.pathOf('2.m4b'))
  await expect(folder.finish()).rejects.toMatchObject({ failure: { code: 'target-missing' } })
  expect(existsSync(join(home, 'book.zip'))).toBe(false)
  await folder.discard()
  expect(readdirSync(home)).toEqual([])
})
