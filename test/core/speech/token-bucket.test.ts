// A cap holds in every minute, and what a server says is left is believed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMinuteWindow, createServerAllowance } from '../../../src/core/speech/token-bucket.ts'

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

describe('what a server says is left', () => {
  it('is waited for when nothing is left', () => {
    const allowance = createServerAllowance()
    const mark = allowance.begin(1)
    expect(allowance.waitMs(0, 1)).toBe(0)
    allowance.learn(100, mark, { remaining: 0, resetMs: 5000 })
    expect(allowance.waitMs(100, 1)).toBe(5000)
    expect(allowance.waitMs(5100, 1)).toBe(0)
  })

  it('counts what has begun since the answer, and ignores gateways that send nonsense', () => {
    const allowance = createServerAllowance()
    const first = allowance.begin(1)
    allowance.begin(1)
    allowance.learn(0, first, { remaining: 2, resetMs: 1000 })
    expect(allowance.waitMs(0, 1)).toBe(0)
    allowance.begin(1)
    expect(allowance.waitMs(0, 1)).toBe(1000)
    const free = createServerAllowance()
    free.learn(0, free.begin(1), { remaining: -1, resetMs: 0 })
    expect(free.waitMs(0, 1)).toBe(0)
  })
})
