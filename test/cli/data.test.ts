// lectern data: backups of the library from the terminal, and the sentence on a library that was damaged.
import Native from 'better-sqlite3'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { data } from '../../src/cli/data.ts'
import { openDataFolder } from '../../src/io/data-folder.ts'
import { backupsIn } from '../../src/io/sqlite/backups.ts'
import { acquireLock } from '../../src/io/sqlite/lock.ts'
import { nodeRuntime } from '../../src/io/runtime.ts'
import { printed } from './printed.ts'
import { lastJson, runLectern } from './run-lectern.ts'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lectern-cli-data-'))
})
afterAll(() => rmSync(cwd, { recursive: true }))

const at = (...names: string[]) => join(cwd, 'library', ...names)
/** A start of the library. */
const backUp = (...words: string[]) =>
  runLectern(['data', 'backup', ...words, '--data', 'library'], { cwd })
/** What needs no library, in this process. */
const said = async (...words: string[]) =>
  (await printed(() => data([...words, '--data', at()], nodeRuntime(import.meta.url)))).out
const failed = (code: string, params: object = {}) =>
  expect.objectContaining({
    failure: expect.objectContaining({ code, params: expect.objectContaining(params) }),
  })

test('backups are made, listed, restored at the next start, and offered for a damaged library', async () => {
  const made = lastJson(await backUp('--json'))
  expect(made).toMatchObject({ cause: 'asked', books: 0 })
  const name = String(made['name'])
  expect(await said('backups')).toContain(`${name}  0 books, `)

  const newer = new Native(at('projects.db'))
  newer.pragma('user_version = 99')
  newer.close()
  expect((await backUp()).errors).toContain('made by a newer Lectern')
  const ready = `“${name}” takes the library’s place when Lectern is closed and started again.\n`
  expect(await said('restore', name)).toBe(ready)
  expect((await said('backups')).endsWith(ready)).toBe(true)
  expect((await backUp()).errors).toBe(`The backup “${name}” is in force now.\n`)
  const listed = await said('backups')
  expect(listed).toMatch(/projects-v99-.*Before a restore\n/)

  const spoiled = 'Words, words, words. '.repeat(900)
  writeFileSync(at('projects.db'), spoiled)
  expect(await said('backups')).toBe(listed)
  expect(await said('restore', name)).toBe(ready)
  expect(readFileSync(at('projects.db'), 'utf8')).toBe(spoiled)
  expect(await said('keep')).toBe('The library stays: nothing takes its place at the next start.\n')
  const damaged = await backUp()
  expect(damaged.code).toBe(0)
  expect(damaged.errors).toContain('The library was damaged: 0 books were saved')
  expect(damaged.errors).toContain(at('quarantine', 'projects.db-'))
})

test('a backup is listed under a Lectern that is open, and not laid ready', async () => {
  const lock = acquireLock(at('lock.db'), { pid: 7, door: 'test', since: 0 })
  const { name } = backupsIn(at('backups'))[0] ?? { name: '' }
  expect(await said('backups')).toContain(name)
  for (const words of [['restore', name], ['keep']])
    await expect(said(...words)).rejects.toThrow(
      failed('data-folder-busy', { owner: 'process 7, test' }),
    )
  lock.release()
})

test('what is no deed, or names no backup, is refused', async () => {
  await expect(said('burn')).rejects.toThrow(failed('option-invalid'))
  await expect(said('restore')).rejects.toThrow(failed('option-invalid'))
  await expect(said('restore', 'nothing.db')).rejects.toThrow(failed('not-found'))
})

test.skipIf(process.platform === 'win32')(
  'all is removed only when a person says so, and nothing of anybody else’s',
  async () => {
    openDataFolder(at())
    writeFileSync(at('holiday.jpg'), 'not ours')
    const lock = acquireLock(at('lock.db'), { pid: 7, door: 'test', since: 0 })
    await expect(said('remove', '--yes')).rejects.toThrow(failed('data-folder-busy'))
    lock.release()
    const remove = (answer: string) =>
      runLectern(['data', 'remove', '--data', 'library'], {
        cwd,
        within: ['sh', '-c', `printf '${answer}' | "$@"`, 'sh'],
      })
    const kept = await remove('')
    expect(kept.code).toBe(1)
    expect(kept.out).toMatch(new RegExp(`^${at('projects.db')}  \\d+\\.\\d MB$`, 'm'))
    expect(kept.out).not.toContain('holiday')
    expect(kept.errors).toMatch(/\[y\/N\] Nothing was removed\. .*--yes/)
    expect(existsSync(at('spool'))).toBe(true)
    expect((await remove('y\\n')).code).toBe(0)
    expect(readdirSync(at())).toEqual(['holiday.jpg'])
    expect(await said('remove')).toBe('There is nothing of Lectern’s here.\n')
    await expect(said('backups', '--yes')).rejects.toThrow(failed('option-invalid'))
  },
)
