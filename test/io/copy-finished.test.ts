// Finished files copied into another folder: whole or not at all, whatever is in the way.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf } from '../../src/core/base/failure-error.ts'
import type { CopyOrder } from '../../src/core/ports/export-folders.ts'
import { createExportFolders } from '../../src/io/export-folder.ts'

let home: string
const at = (...names: string[]) => join(home, ...names)
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lectern-copy-'))
  for (const folder of ['from', 'library']) mkdirSync(at(folder))
})
afterEach(() => rmSync(home, { recursive: true }))

/** More than one buffer of it. */
const sound = Buffer.alloc(2_500_000, 'a sound of no end. ')

const copy = (
  order: Partial<CopyOrder> = {},
  onProgress: (done: number, total: number) => void = () => {},
  signal = new AbortController().signal,
) =>
  createExportFolders().copy(
    {
      ...{ target: at('from', 'Tide.m4b'), place: 'beside', names: ['Tide.m4b', 'Tide.srt'] },
      ...{ into: at('library') },
      ...order,
    },
    onProgress,
    signal,
  )

const failure = async (work: Promise<void>) =>
  work.then(
    () => null,
    (error: unknown) => failureOf(error),
  )

function writeExport(): void {
  writeFileSync(at('from', 'Tide.m4b'), sound)
  writeFileSync(at('from', 'Tide.srt'), 'heard')
}

describe('a copy of finished files', () => {
  it('is the same to the byte, in place of an older one, and tells how far it is', async () => {
    writeExport()
    writeFileSync(at('library', 'Tide.m4b'), 'older')
    writeFileSync(at('library', 'Other.m4b'), 'another')
    const told: number[] = []
    await copy({}, (done, total) => told.push(done / total))
    expect(readFileSync(at('library', 'Tide.m4b')).equals(sound)).toBe(true)
    expect(readdirSync(at('library')).toSorted()).toEqual(['Other.m4b', 'Tide.m4b', 'Tide.srt'])
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })

  it('of a folder is a folder of its name, in which others stay', async () => {
    mkdirSync(at('from', 'Tide'))
    for (const name of ['01.mp3', '02.mp3']) writeFileSync(at('from', 'Tide', name), name)
    mkdirSync(at('library', 'Tide'))
    writeFileSync(at('library', 'Tide', 'notes.txt'), 'mine')
    await copy({ target: at('from', 'Tide'), place: 'inside', names: ['01.mp3', '02.mp3'] })
    expect(readdirSync(at('library', 'Tide'))).toEqual(['01.mp3', '02.mp3', 'notes.txt'])
  })

  it('that is cancelled leaves nothing, and the older one as it was', async () => {
    writeExport()
    writeFileSync(at('library', 'Tide.m4b'), 'older')
    const stop = new AbortController()
    const found = await failure(copy({}, () => stop.abort(), stop.signal))
    expect(found?.code).toBe('cancelled')
    expect(readdirSync(at('library'))).toEqual(['Tide.m4b'])
    expect(readFileSync(at('library', 'Tide.m4b'), 'utf8')).toBe('older')
  })

  it('takes the folder back that it made, when it is cancelled', async () => {
    mkdirSync(at('from', 'Tide'))
    writeFileSync(at('from', 'Tide', '01.mp3'), sound)
    const stop = new AbortController()
    const order = { target: at('from', 'Tide'), place: 'inside', names: ['01.mp3'] } as const
    await failure(copy(order, () => stop.abort(), stop.signal))
    expect(readdirSync(at('library'))).toEqual([])
  })

  it('makes no folder where the chosen one is gone: a disk may only be unplugged', async () => {
    writeExport()
    const found = await failure(copy({ into: at('gone') }))
    expect(found).toMatchObject({ code: 'target-missing', params: { folder: at('gone') } })
    expect(readdirSync(home).toSorted()).toEqual(['from', 'library'])
  })

  it('replaces nothing where a folder stands in its way', async () => {
    writeExport()
    writeFileSync(at('library', 'Tide.m4b'), 'older')
    mkdirSync(at('library', 'Tide.srt'))
    const found = await failure(copy())
    expect(found).toMatchObject({ code: 'folder-not-writable', params: { folder: at('library') } })
    expect(readFileSync(at('library', 'Tide.m4b'), 'utf8')).toBe('older')
    expect(readdirSync(at('library')).toSorted()).toEqual(['Tide.m4b', 'Tide.srt'])
  })

  it('is not made of a file that is gone', async () => {
    writeFileSync(at('from', 'Tide.m4b'), sound)
    const found = await failure(copy())
    expect(found).toMatchObject({ code: 'file-missing', params: { name: 'Tide.srt' } })
    expect(readdirSync(at('library'))).toEqual([])
  })

  it('into the folder where the files lie leaves them as they are', async () => {
    writeExport()
    const before = statSync(at('from', 'Tide.m4b'), { bigint: true })
    await copy({ into: at('from') })
    expect(statSync(at('from', 'Tide.m4b'), { bigint: true })).toEqual(before)
    expect(readdirSync(at('from')).toSorted()).toEqual(['Tide.m4b', 'Tide.srt'])
  })

  // A folder of the kernel's own, in which nobody makes files, whoever runs the tests.
  it.skipIf(process.platform !== 'linux')('says where nobody may write', async () => {
    writeExport()
    expect(await failure(copy({ into: '/sys' }))).toMatchObject({ code: 'folder-not-writable' })
  })

  it.skipIf(process.platform !== 'linux')('crosses to another disk', async () => {
    writeExport()
    const other = mkdtempSync('/dev/shm/lectern-copy-')
    await copy({ into: other })
    expect(readFileSync(join(other, 'Tide.m4b')).equals(sound)).toBe(true)
    rmSync(other, { recursive: true })
  })
})
