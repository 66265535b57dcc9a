// A book's file: what can be opened, what is hashed, what is noticed.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { appendFile, chmod, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFileSource } from '../../../src/io/books/file-source.ts'
import { failureOfReading } from '../../fixtures/read-all.ts'

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-source-'))))
afterAll(() => rm(folder, { recursive: true }))

const limits = { maxFileBytes: 1024 * 1024, readChunkBytes: 4096 }
const file = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
const codeOf = async (path: string, maxFileBytes = limits.maxFileBytes) => {
  const { code } = await failureOfReading(openFileSource(path, { ...limits, maxFileBytes }))
  return code
}

describe('opening', () => {
  it('names what cannot be opened', async () => {
    expect(await codeOf(join(folder, 'nowhere', 'book.epub'))).toBe('file-missing')
    expect(await codeOf(folder)).toBe('file-unreadable')
    expect(await codeOf(await file('empty.txt', ''))).toBe('file-empty')
    expect(await codeOf(await file('large.txt', 'x'.repeat(2000)), 1000)).toBe('file-too-large')
  })

  it.skipIf(process.platform === 'win32')('names what may not be read', async () => {
    // Everything may be read by root, but for what the kernel itself keeps.
    const kept = '/proc/sys/vm/drop_caches'
    const path = process.getuid?.() === 0 ? kept : await file('secret.txt', 'words')
    if (path !== kept) await chmod(path, 0)
    expect(await codeOf(path)).toBe('file-unreadable')
  })

  it.skipIf(process.platform === 'win32')(
    'refuses devices and pipes without waiting for them',
    async () => {
      const pipe = join(folder, 'pipe')
      execFileSync('mkfifo', [pipe])
      expect(await codeOf(pipe)).toBe('file-unreadable')
      expect(await codeOf('/dev/zero')).toBe('file-unreadable')
    },
  )
})

describe('the digest', () => {
  const content = Buffer.from(Array.from({ length: 50_000 }, (_, n) => n % 253))
  const expected = createHash('sha256').update(content).digest('hex')

  it('is of the whole file, in whatever order and however much of it was read', async () => {
    const path = await file('digest.bin', content)
    const orders: [number, number][][] = [
      [],
      [[0, 50_000]],
      [
        [40_000, 99_999],
        [0, 100],
        [50, 1000],
        [0, 40_000],
      ],
      [
        [0, 10],
        [10, 10],
        [20, 30_000],
      ],
    ]
    for (const order of orders) {
      const source = await openFileSource(path, limits)
      for (const [offset, length] of order) {
        const bytes = await source.read(offset, length)
        expect(Buffer.from(bytes).equals(content.subarray(offset, offset + length))).toBe(true)
      }
      expect(await source.digest()).toBe(expected)
      await source.close()
    }
  })

  it.each([
    ['grows', (path: string) => appendFile(path, 'more')],
    ['shrinks', (path: string) => truncate(path, 10)],
    ['vanishes', (path: string) => rm(path)],
    ['is replaced', async (path: string) => (await rm(path), writeFile(path, content))],
  ])('is refused when the file %s while it is read', async (_how, change) => {
    const path = await file('changing.bin', content)
    const source = await openFileSource(path, limits)
    await source.read(0, 100)
    await change(path)
    expect((await failureOfReading(source.digest())).code).toBe('file-changed')
    await source.close()
  })
})
