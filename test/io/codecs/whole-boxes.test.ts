// An MP4 that was cut short is told by its boxes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { hasWholeBoxes } from '../../../src/io/codecs/whole-boxes.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-boxes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const box = (bytes: number) => {
  const made = Buffer.alloc(bytes)
  made.writeUInt32BE(bytes, 0)
  return made
}
const whole = Buffer.concat([box(24), box(700), box(90), box(5000)])

it.each([
  ['whole', whole, true],
  ['cut in its last box', whole.subarray(0, 5000), false],
  ['cut in the head of a box', whole.subarray(0, 27), false],
  ['empty', Buffer.alloc(0), false],
  ['of zeros', Buffer.alloc(100), false],
  ['longer than its boxes', Buffer.concat([whole, Buffer.alloc(3)]), false],
])('a file that is %s', async (name, bytes, isWhole) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  expect(await hasWholeBoxes(path)).toBe(isWhole)
})
