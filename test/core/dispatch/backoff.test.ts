// How long to wait before asking again.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failure } from '../../../src/core/base/failure-error.ts'
import { backoffMs, pauseAskedMs } from '../../../src/core/dispatch/backoff.ts'

describe('the backoff', () => {
  it('is anywhere between nothing and a doubling bound, and never above a minute', () => {
    expect([1, 2, 3, 6, 7, 40].map((failed) => backoffMs(failed, () => 1))).toEqual([
      1000, 2000, 4000, 32_000, 60_000, 60_000,
    ])
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (failed, share) => {
        const ms = backoffMs(failed, () => share)
        expect(ms).toBeGreaterThanOrEqual(0)
        expect(ms).toBeLessThanOrEqual(60_000)
      }),
    )
  })

  it('takes the pause from a server and from nobody else', () => {
    expect(pauseAskedMs(failure('server-busy', { server: 'x', seconds: 90 }))).toBe(90_000)
    expect(pauseAskedMs(failure('server-busy', { server: 'x' }))).toBeNull()
    expect(pauseAskedMs(failure('server-busy', { server: 'x', seconds: 0 }))).toBeNull()
    expect(pauseAskedMs(failure('voice-timeout', { voice: 'x', seconds: 120 }))).toBeNull()
  })
})
