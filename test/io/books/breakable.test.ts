// What waits for a file that may break.
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createBreakable } from '../../../src/io/books/pdf/breakable.ts'

const hung = () => new Promise<never>(() => {})

it('a wait ends as what it waits for, whatever else breaks later', async () => {
  const { wait, breakOff } = createBreakable()
  expect(await wait(Promise.resolve(1))).toBe(1)
  await expect(wait(Promise.reject(new Error('its own')))).rejects.toThrow('its own')
  breakOff(new Error('later'))
})

it('a break ends all that wait and all that will, with its first reason', async () => {
  const { wait, breakOff } = createBreakable()
  const waiting = Promise.allSettled([wait(hung()), wait(hung())])
  breakOff('first')
  breakOff('second')
  const rejected = { status: 'rejected', reason: 'first' }
  expect(await waiting).toEqual([rejected, rejected])
  await expect(wait(hung())).rejects.toBe('first')
})

it('nothing is kept of what was waited for', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const breakable = createBreakable()
  const page = new WeakRef(await breakable.wait(Promise.resolve({ runs: [] })))
  await setImmediate()
  collect()
  expect(page.deref()).toBeUndefined()
  breakable.breakOff('the end')
})
