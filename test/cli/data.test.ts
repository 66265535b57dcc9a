// lectern data: backups of the library from the terminal, and the sentence on a library that was damaged.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastJson, runLectern } from './run-lectern.ts'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lectern-cli-data-'))
})
afterAll(() => rmSync(cwd, { recursive: true }))

const lectern = (...words: string[]) => runLectern(['data', ...words, '--data', 'library'], { cwd })

test('backups are made, listed, restored at the next start, and offered for a damaged library', async () => {
  const made = lastJson(await lectern('backup', '--json'))
  expect(made).toMatchObject({ cause: 'asked', books: 0 })
  const name = String(made['name'])
  expect((await lectern('backups')).out).toContain(`${name}  0 books, `)

  const laidReady = await lectern('restore', name)
  expect([laidReady.code, laidReady.out]).toEqual([
    0,
    `“${name}” takes the library’s place when Lectern is closed and started again.\n`,
  ])
  const after = await lectern('backups')
  expect(after.errors).toBe(`The backup “${name}” is in force now.\n`)
  expect(after.out).toContain('Before a restore')

  writeFileSync(join(cwd, 'library', 'projects.db'), 'Words, words, words. '.repeat(900))
  const damaged = await lectern('backups')
  expect(damaged.code).toBe(0)
  expect(damaged.errors).toContain('The library was damaged: 0 books were saved')
  expect(damaged.errors).toContain(join(cwd, 'library', 'quarantine', 'projects.db-'))
}, 60_000)

test('what is no deed, or names no backup, is refused', async () => {
  expect((await lectern('burn')).code).toBe(2)
  expect((await lectern('restore')).code).toBe(2)
  const unknown = await lectern('restore', 'nothing.db')
  expect([unknown.code, unknown.out]).toEqual([1, ''])
})
