// What a server was paid for outlives the process that asked, once, and for a week.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAnsweredSounds } from '../../src/io/answered-sounds.ts'

const weekMs = 7 * 24 * 3_600_000
let root: string
let spool: string
let folder: string
const open = (now = Date.now()) => openAnsweredSounds(folder, spool, now)
const spooled = (name: string, text: string) => {
  writeFileSync(join(spool, name), text)
  return join(spool, name)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-answered-'))
  spool = join(root, 'spool')
  folder = join(root, 'answers')
  for (const path of [spool, folder]) mkdirSync(path)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('an answered sound', () => {
  it('is found by the next process though its spool file is gone, and only once', async () => {
    const sound = spooled('one.wav', 'paid')
    await open().keep('take.1-0', sound)
    rmSync(sound)
    const next = open()
    const found = await next.find('take.1-0')
    expect(readFileSync(resolve(spool, found ?? ''), 'utf8')).toBe('paid')
    expect(await next.find('take.1-0')).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not found by the process that asked, which may have found it bad', async () => {
    const answered = open()
    await answered.keep('take.1-0', spooled('one.wav', 'paid'))
    expect(await answered.find('take.1-0')).toBeNull()
  })

  it('is gone once it is forgotten, and replaced by a newer one', async () => {
    const answered = open()
    await answered.keep('take.1-0', spooled('one.wav', 'old'))
    await answered.keep('take.1-0', spooled('two.wav', 'new'))
    await answered.keep('take.2-0', spooled('three.wav', 'kept'))
    await answered.forget('take.2-0')
    await answered.forget('take.never-0')
    expect(readdirSync(folder)).toEqual(['take.1-0'])
    expect(readFileSync(join(folder, 'take.1-0'), 'utf8')).toBe('new')
  })

  it('is removed after a week', async () => {
    await open().keep('take.1-0', spooled('one.wav', 'paid'))
    const later = open(Date.now() + weekMs + 1000)
    expect(await later.find('take.1-0')).toBeNull()
    await expect.poll(() => existsSync(join(folder, 'take.1-0'))).toBe(false)
  })

  it('costs nobody anything where the sound is gone already', async () => {
    const answered = open()
    await answered.keep('take.1-0', join(spool, 'never.wav'))
    await answered.forget('take.1-0')
    expect(readdirSync(folder)).toEqual([])
  })
})
