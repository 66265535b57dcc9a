// The log on disk: what is said is there, and it does not grow for ever.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from '../../src/io/log.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-log-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const say = async (message: string) => {
  const log = openLog(folder, 'info')
  const size = () => statSync(at('lectern.log'), { throwIfNoEntry: false })?.size ?? 0
  const before = size()
  log.info(message)
  // The file is opened beside the program: what is said is written when it is there.
  while (size() === before) {
    await new Promise((resolve) => setImmediate(resolve))
    log.flush()
  }
}

it('goes on where it ended, while it is small', async () => {
  await say('first')
  await say('second')
  expect(readdirSync(folder)).toEqual(['lectern.log'])
  const lines = readFileSync(at('lectern.log'), 'utf8').trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    'first',
    'second',
  ])
})

it('is put aside when it has grown, and the three before it are kept', async () => {
  for (const number of [1, 2, 3]) writeFileSync(at(`lectern.log.${number}`), `old ${number}`)
  writeFileSync(at('lectern.log'), 'newest')
  truncateSync(at('lectern.log'), 10_000_001)
  await say('anew')
  expect(readdirSync(folder).toSorted()).toEqual([
    'lectern.log',
    'lectern.log.1',
    'lectern.log.2',
    'lectern.log.3',
  ])
  expect(readFileSync(at('lectern.log'), 'utf8')).toContain('anew')
  expect(readFileSync(at('lectern.log.1'), 'utf8')).toContain('newest')
  expect(readFileSync(at('lectern.log.2'), 'utf8')).toBe('old 1')
  expect(readFileSync(at('lectern.log.3'), 'utf8')).toBe('old 2')
})
