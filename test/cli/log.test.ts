// `lectern log`: reads while another Lectern has the data folder, and follows over a rotation.
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDataFolder, type DataFolder } from '../../src/io/data-folder.ts'
import { openLog } from '../../src/io/log.ts'
import { acquireLock } from '../../src/io/sqlite/lock.ts'
import { jsonLines, runLectern, type RunOptions } from './run-lectern.ts'

let folder: DataFolder
beforeEach(() => (folder = openDataFolder(mkdtempSync(join(tmpdir(), 'lectern-log-')))))
afterEach(() => rmSync(folder.root, { recursive: true, force: true }))
const lectern = (args: string[], options: Partial<RunOptions> = {}) =>
  runLectern(['log', ...args, '--data', folder.root], { cwd: folder.root, ...options })

function said() {
  const log = openLog(folder.logs, 'debug')
  log.debug('small')
  log.info('slow operation', { slow: 'operation', operation: 'load', durationMs: 1200 })
  log.warn('slow statement', { slow: 'statement', statement: 'segmentsById', durationMs: 80 })
  log.error('it failed', { failure: { code: 'disk-full' } })
  return log
}

it('prints the log as lines and as JSON while another Lectern holds the data folder', async () => {
  said()
  const lock = acquireLock(folder.lockDatabase, { pid: process.pid, door: 'electron', since: 0 })
  const plain = await lectern([])
  const json = await lectern(['--json', '--level', 'warn'])
  lock.release()
  expect(plain).toMatchObject({ code: 0, errors: '' })
  expect(plain.out.trim().split('\n')).toHaveLength(4)
  expect(plain.out).toMatch(
    /^\d{4}-\d\d-\d\dT\S+Z info {2}slow operation {2}slow=operation operation=load durationMs=1200$/m,
  )
  expect(jsonLines(json)).toMatchObject([
    { level: 'warn', message: 'slow statement', statement: 'segmentsById' },
    { level: 'error', message: 'it failed', failure: { code: 'disk-full' } },
  ])
})

it('shows slow operations and statements alone', async () => {
  said()
  const { out } = await lectern(['--slow'])
  expect(out.trim().split('\n')).toHaveLength(2)
})

it('follows until it is interrupted, also when the log is put aside', async () => {
  const log = said()
  const written = ['next', 'after it was put aside']
  const ended = await lectern(['--follow', '--level', 'error'], {
    onLine(line, interrupt) {
      if (line.includes('it failed')) log.error('next')
      if (line.includes('next')) {
        renameSync(join(folder.logs, 'lectern.log'), join(folder.logs, 'lectern.log.1'))
        openLog(folder.logs, 'debug').error('after it was put aside')
      }
      if (line.includes('after it')) interrupt()
    },
  })
  expect(ended.code).toBe(0)
  for (const message of ['it failed', ...written])
    expect(ended.out.split(`error ${message}`)).toHaveLength(2)
})

it('says nothing of a folder without a log, makes none, and refuses a level that is none', async () => {
  rmSync(folder.root, { recursive: true })
  const empty = await runLectern(['log', '--data', folder.root], { cwd: tmpdir() })
  expect(empty).toMatchObject({ code: 0, out: '', errors: '' })
  const wrong = await runLectern(['log', '--level', 'loud'], { cwd: tmpdir() })
  expect(wrong.code).toBe(2)
})
