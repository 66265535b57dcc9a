// A limit of time and a laptop that sleeps.
import { expect, it } from 'vitest'
import { afterAwake } from '../../../src/core/base/after-awake.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const minute = 60_000

it('runs out after its time, not through a sleep of the machine, and not when it is prevented', async () => {
  const clock = createVirtualClock()
  const over: string[] = []
  afterAwake(clock.after, 10 * minute, () => over.push('whole'))
  afterAwake(clock.after, 10 * minute, () => over.push('prevented'))()
  // Its first timer is due at once, as after a sleep; nine tenths are left.
  let slept = false
  const after = (ms: number, run: () => void) => {
    const due = slept ? ms : 0
    slept = true
    return clock.after(due, run)
  }
  afterAwake(after, 5 * minute, () => over.push('slept'))
  await clock.advance(4 * minute)
  expect(over).toEqual([])
  await clock.advance(minute)
  expect(over).toEqual(['slept'])
  await clock.advance(4 * minute)
  expect(over).toEqual(['slept'])
  await clock.advance(minute)
  expect(over).toEqual(['slept', 'whole'])
})
