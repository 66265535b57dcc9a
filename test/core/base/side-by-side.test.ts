// Work side by side: so much at once, none after a failure, and the end fails as the first did.
import { expect, it } from 'vitest'
import { createSideBySide } from '../../../src/core/base/side-by-side.ts'

const never = new AbortController().signal

it('runs as much at once as there are lanes, and waits for all of it', async () => {
  const lanes = createSideBySide(2, never)
  let running = 0
  let most = 0
  let done = 0
  for (let i = 0; i < 5; i++)
    await lanes.begin(async () => {
      most = Math.max(most, (running += 1))
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      done += 1
    })
  await lanes.end()
  expect([most, done]).toEqual([2, 5])
})

it('begins nothing once something has failed, and fails as the first did', async () => {
  const lanes = createSideBySide(1, never)
  const begun: number[] = []
  for (const number of [1, 2, 3])
    await lanes.begin(async () => {
      begun.push(number)
      throw new Error(`work ${number}`)
    })
  expect(lanes.hasFailed).toBe(true)
  await expect(lanes.end()).rejects.toThrow('work 1')
  expect(begun).toEqual([1])
})

it('begins nothing that nobody wants any more', async () => {
  const stop = new AbortController()
  const lanes = createSideBySide(1, stop.signal)
  stop.abort()
  await expect(lanes.begin(async () => {})).rejects.toThrow()
  await lanes.end()
})
