// Two set-ups at once do not collide, and one that died does not stop the next.
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAbandoned, withLock } from '../../scripts/lock.js'

let folder = ''
let lock = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-lock-'))
  lock = join(folder, 'setup.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('never two at a time, and each gets its turn', async () => {
  let inside = 0
  let most = 0
  let waits = 0
  const work = () =>
    withLock(
      lock,
      () => (waits += 1),
      async () => {
        inside += 1
        most = Math.max(most, inside)
        await new Promise((resolve) => setImmediate(resolve))
        inside -= 1
      },
    )
  await Promise.all([work(), work(), work()])
  expect(most).toBe(1)
  expect(waits).toBeLessThanOrEqual(2)
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that is gone is taken over', async () => {
  // No process has this id: it is above every system's limit.
  writeFileSync(lock, `99999999\n${hostname()}\n`)
  expect(isAbandoned(lock)).toBe(true)
  expect(
    await withLock(
      lock,
      () => {},
      async () => 'done',
    ),
  ).toBe('done')
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a living process holds, until it shows no pulse', () => {
  writeFileSync(lock, `${process.pid}\n${hostname()}\n`)
  expect(isAbandoned(lock)).toBe(false)
  utimesSync(lock, 1, 1)
  expect(isAbandoned(lock)).toBe(true)
})

test('the lock is freed when the work fails', async () => {
  const failing = withLock(
    lock,
    () => {},
    () => Promise.reject(new Error('no network')),
  )
  await expect(failing).rejects.toThrow('no network')
  expect(existsSync(lock)).toBe(false)
})
