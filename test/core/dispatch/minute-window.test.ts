// A cap holds in every minute.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMinuteWindow } from '../../../src/core/dispatch/minute-window.ts'

describe('a cap by the minute', () => {
  it('is never exceeded in any 60 seconds and never waits longer than it must', () => {
    const wishes = fc.array(
      fc.record({ gap: fc.nat(20_000), amount: fc.integer({ min: 1, max: 50 }) }),
      {
        minLength: 1,
        maxLength: 80,
      },
    )
    fc.assert(
      fc.property(wishes, fc.integer({ min: 50, max: 200 }), (list, limit) => {
        const window = createMinuteWindow()
        const spent: { at: number; amount: number }[] = []
        const sumOf = (at: number) =>
          spent.reduce((sum, past) => sum + (past.at + 60_000 > at ? past.amount : 0), 0)
        let now = 0
        for (const { gap, amount } of list) {
          now += gap
          const wait = window.waitMs(now, amount, limit)
          if (wait > 0) expect(sumOf(now + wait - 1) + amount).toBeGreaterThan(limit)
          now += wait
          expect(sumOf(now) + amount).toBeLessThanOrEqual(limit)
          window.spend(now, amount)
          spent.push({ at: now, amount })
        }
      }),
    )
  })

  it('lets what is larger than the cap go alone', () => {
    const window = createMinuteWindow()
    expect(window.waitMs(0, 500, 100)).toBe(0)
    window.spend(0, 500)
    expect(window.waitMs(10, 1, 100)).toBe(59_990)
    expect(window.waitMs(10, 1, null)).toBe(0)
  })
})
