// Work that stops for breath, under a clock moved by hand.
import { expect, it } from 'vitest'
import { createBreath } from '../../../src/core/base/breath.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

it('goes on without a pause while it has not worked for long', async () => {
  const clock = createVirtualClock()
  const breathe = createBreath(clock)
  await clock.advance(7)
  expect(breathe()).toBeNull()
})

it('lets others have their turn after that, and then works as long again', async () => {
  const clock = createVirtualClock()
  const breathe = createBreath(clock)
  await clock.advance(8)
  let isOver = false
  const over = breathe()?.then(() => (isOver = true))
  await Promise.resolve()
  expect(isOver).toBe(false)
  await clock.advance(0)
  await over
  expect(isOver).toBe(true)
  await clock.advance(7)
  expect(breathe()).toBeNull()
})
