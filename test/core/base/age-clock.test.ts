// The age of what is kept, and a system's clock that is set.
import { expect, it } from 'vitest'
import { createAgeClock } from '../../../src/core/base/age-clock.ts'

const hour = 3_600_000
const day = 1_800_000_000_000

it('goes on with time, stays where it was when the clock is put forward, follows it back', () => {
  let now = day
  let monotonic = 500
  const age = createAgeClock({ now: () => now, monotonic: () => monotonic })
  const pass = (ms: number) => {
    now += ms
    monotonic += ms
  }
  pass(1000)
  expect(age()).toBe(day + 1000)
  now += hour
  pass(1000)
  expect(age()).toBe(day + 2000)
  now -= 2 * hour
  pass(1000)
  expect(age()).toBe(day + 3000 - hour)
})
