// What is going on at segments: who is told, and that a queue is asked no more once it has ended.
import { expect, it } from 'vitest'
import { activeStatus, createActivity } from '../../../src/core/studio/narration/activity.ts'
import { failure } from '../../../src/core/base/failure-error.ts'

it('a row is queued as long as any job waits for it', () => {
  const activity = createActivity({ changed: () => {}, progressed: () => {} })
  const stops = [activity.addQueue('p', () => true), activity.addQueue('p', () => true)]
  for (const stop of stops) {
    expect(activity.isQueued('p', 0)).toBe(true)
    stop()
  }
  expect(activity.isQueued('p', 0)).toBe(false)
  const again = activity.addQueue('p', () => true)
  // An end that is told twice ends nothing that has begun since.
  stops[0]?.()
  expect(activity.isQueued('p', 0)).toBe(true)
  again()
})

it('a failure is known until it is forgotten, also where others of its book were', () => {
  const told: string[] = []
  const activity = createActivity({
    changed: (_, segmentId) => void told.push(segmentId),
    progressed: () => {},
  })
  const failed = { state: 'failed' as const, failure: failure('cancelled'), chapterId: 'c1' }
  activity.set('p', 'a', failed)
  activity.set('p', 'b', failed)
  activity.forgetFailures('p', ['a'])
  expect(activity.failedIds('p')).toEqual(['b'])
  activity.forgetFailures('p', 'all')
  expect(activity.failures('p')).toBe(0)
  activity.set('p', 'b', { state: 'speaking' })
  expect(activeStatus(activity, 'p', { id: 'b', position: 0 })).toEqual({ state: 'speaking' })
  expect(told).toEqual(['a', 'b', 'b'])
})
