// What a server says is left is believed, and its drops are used as they fall.
import { describe, expect, it } from 'vitest'
import { createServerAllowance } from '../../../src/core/dispatch/server-allowance.ts'

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

  /** A server's own count, as its headers tell it: whole numbers, rounded down. */
  const told = (limit: number, left: number, resetMs: number) => ({
    ...{ limit, remaining: Math.floor(left), resetMs: Math.ceil(resetMs) },
  })

  it('is used drop by drop where the server refills so', () => {
    const allowance = createServerAllowance()
    const limit = 5
    const msPerDrop = 250
    const latencyMs = 300
    let left = limit
    let filledAt = 0
    let now = 0
    let refused = 0
    const answers: { at: number; mark: number; said: ReturnType<typeof told> }[] = []
    const begun = 200
    for (let sent = 0; sent < begun; sent++) {
      for (let wait = allowance.waitMs(now, 1); wait > 0; wait = allowance.waitMs(now, 1)) {
        const arrives = answers[0]?.at ?? Infinity
        now = Math.min(now + wait, Math.max(now, arrives))
        while ((answers[0]?.at ?? Infinity) <= now) {
          const { at, mark, said } = answers.shift() as (typeof answers)[number]
          allowance.learn(at, mark, said)
        }
      }
      left = Math.min(limit, left + (now - filledAt) / msPerDrop)
      filledAt = now
      const mark = allowance.begin(1)
      if (left < 1) {
        refused += 1
        now += msPerDrop
        continue
      }
      left -= 1
      const said = told(limit, left, (limit - left) * msPerDrop)
      answers.push({ at: now + latencyMs, mark, said })
      // One lane for every drop of the bucket: it waits for its answer.
      if (answers.length < limit) continue
      const first = answers.shift() as (typeof answers)[number]
      now = Math.max(now, first.at)
      allowance.learn(first.at, first.mark, first.said)
    }
    expect(refused).toBe(0)
    expect(((begun - limit) * msPerDrop) / now).toBeGreaterThan(0.93)
  })

  it('waits for the end of a window that gives everything at once', () => {
    const allowance = createServerAllowance()
    const windowMs = 60_000
    const limit = 20
    for (let count = 1; count <= limit; count++) {
      const now = count * 100
      allowance.learn(now, allowance.begin(1), told(limit, limit - count, windowMs - now))
    }
    expect(allowance.waitMs(2000, 1)).toBe(windowMs - 2000)
  })
})
