// Those who are told of the workers do not stand in each other's way.
import { expect, test } from 'vitest'
import type { FarmLine } from '../../../src/io/farm/farm-line.ts'
import { createWorkerBoard } from '../../../src/io/farm/worker-board.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

test('a listener that throws is logged, and keeps neither the others nor the next look from coming', async () => {
  const clock = createVirtualClock()
  const logged: string[] = []
  // A line that is away: nothing is asked of Redis.
  const line = {
    state: 'away',
    onStir: () => () => {},
    onState: () => () => {},
  } as never as FarmLine
  const board = createWorkerBoard(line, clock, {
    ...silentLog,
    error: (message) => void logged.push(message),
  })
  let looks = 0
  board.onLook(() => {
    throw new Error('a bug')
  })
  board.onLook(() => void (looks += 1))
  await clock.advance(4000)
  expect(looks).toBe(2)
  expect(logged).toEqual(['a listener threw', 'a listener threw'])
  board.close()
})
