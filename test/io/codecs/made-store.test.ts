// What is made again when it is gone: parts of files that nobody will finish go as soon as that is known.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../../../src/io/clock.ts'
import { createMadeStore } from '../../../src/io/codecs/made-store.ts'

test('a part whose process is gone is removed, one that is being written stays', async () => {
  const root = mkdtempSync(join(tmpdir(), 'lectern-made-'))
  mkdirSync(join(root, 'ab'))
  const { pid } = spawnSync(process.execPath, ['--version'])
  const [dead, alive] = [pid, process.pid].map((id) => join(root, 'ab', `abcd.${id}.part`))
  for (const part of [dead!, alive!]) writeFileSync(part, 'half')
  writeFileSync(join(root, 'ab', 'abcd'), 'whole')
  const { entries, bytes } = await createMadeStore('encodes', root, systemClock).stats()
  expect([entries, bytes]).toEqual([1, 5])
  expect([existsSync(dead!), existsSync(alive!)]).toEqual([false, true])
  rmSync(root, { recursive: true })
})
