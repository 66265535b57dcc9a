// Servers that count, that fail and that share a book.
import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'
import { dripping, fixedWindow, slidingWindow, type RateBucket } from './rate-buckets.ts'
import { createServer, seeded } from './simulated-server.ts'
import { dispatcherOf, sentenceLengths, speakAll } from './speak-all.ts'

const fixed = (lanes: number) => ({ mode: 'fixed', lanes }) as const
const auto = { mode: 'auto', start: 4, max: 32 } as const

describe('a server that counts 120 requests a minute', () => {
  // Milliseconds in which 300 requests could be had at the very best.
  const kinds: Record<string, { make: () => RateBucket; bestMs: number }> = {
    'by minutes of the clock': { make: () => fixedWindow(120), bestMs: 120_000 },
    'over the last minute': { make: () => slidingWindow(120), bestMs: 125_000 },
    'drop by drop, from a full minute': { make: () => dripping(120, 120), bestMs: 90_000 },
    'drop by drop, ten at once': { make: () => dripping(120, 10), bestMs: 145_000 },
  }
  for (const [name, { make, bestMs }] of Object.entries(kinds))
    for (const limit of [fixed(24), auto])
      it(`${name}, gives 85 % of that and is not hammered (${limit.mode})`, async () => {
        const clock = createVirtualClock()
        const bucket = make()
        let allowedAt = 0
        let early = 0
        const refuses = (now: number) => {
          if (now < allowedAt - 1e-6) early += 1
          const pauseMs = bucket(now)
          // The refusal is 5 ms under way; those that left meanwhile could not know.
          if (pauseMs !== null) clock.after(5, () => (allowedAt = now + 5 + pauseMs))
          return pauseMs
        }
        const server = createServer(clock, { serviceMs: () => 300, refuses })
        const dispatcher = dispatcherOf(clock, seeded(1), [limit])
        const lengths = sentenceLengths(300, seeded(1))
        const { at, failed } = await speakAll(clock, dispatcher, [server], lengths)
        expect(failed).toEqual([])
        expect(early).toBe(0)
        expect(at.at(-1)! * 0.85).toBeLessThanOrEqual(bestMs)
        expect(server.refused).toBeLessThanOrEqual(75)
      })
})

describe('two servers for one voice', () => {
  for (const limit of [fixed(4), auto])
    it(`are 1.9 times as fast as one (${limit.mode})`, async () => {
      const timeOf = async (count: number) => {
        const clock = createVirtualClock()
        const servers = Array.from({ length: count }, () =>
          createServer(clock, { serviceMs: () => 300, slots: 4 }),
        )
        const limits = servers.map(() => limit)
        const dispatcher = dispatcherOf(clock, seeded(1), limits)
        const lengths = sentenceLengths(1000, seeded(1))
        return (await speakAll(clock, dispatcher, servers, lengths)).at.at(-1)!
      }
      expect((await timeOf(1)) / (await timeOf(2))).toBeGreaterThanOrEqual(1.9)
    })

  it('share by speed: the slow one does not hold up the end', async () => {
    const clock = createVirtualClock()
    const fast = createServer(clock, { serviceMs: () => 200, slots: 4 })
    const slow = createServer(clock, { serviceMs: () => 1000, slots: 4 })
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(4), fixed(4)])
    const lengths = sentenceLengths(600, seeded(1))
    const { at } = await speakAll(clock, dispatcher, [slow, fast], lengths)
    expect(at.at(-1)).toBeLessThanOrEqual((600 / (4 / 200 + 4 / 1000)) * 1.05)
  })

  it('ask the quicker one alone when one request at a time is brought', async () => {
    const clock = createVirtualClock()
    const fast = createServer(clock, { serviceMs: () => 200 })
    const slow = createServer(clock, { serviceMs: () => 1000 })
    const caps = () => ({ lanes: 1, requestsPerMinute: null, charactersPerMinute: null })
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(4), fixed(4)], { caps })
    await speakAll(clock, dispatcher, [slow, fast], sentenceLengths(200, seeded(1)))
    expect(fast.answered).toBeGreaterThanOrEqual(150)
  })

  it('go on with one while the other is down, and with both when it is back', async () => {
    const clock = createVirtualClock()
    const down = (now: number) => now > 5000 && now < 40_000
    const steady = createServer(clock, { serviceMs: () => 400 })
    const shaky = createServer(clock, { serviceMs: () => 400, down })
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(4), fixed(4)])
    const seen: string[] = []
    const answered: Record<number, number> = {}
    for (const second of [20, 45, 60, 80]) {
      clock.after(second * 1000, () => {
        seen.push(dispatcher.state()[1]!.breaker)
        answered[second] = shaky.answered
      })
    }
    const lengths = sentenceLengths(1600, seeded(1))
    const { failed } = await speakAll(clock, dispatcher, [steady, shaky], lengths)
    expect(failed).toEqual([])
    // Opened at 5 s, probed in vain at about 20 s, and with success at about 50 s.
    expect(seen).toEqual(['open', 'open', 'closed', 'closed'])
    expect(answered[45]).toBe(answered[20])
    expect(answered[80]! - answered[60]!).toBeGreaterThanOrEqual(190)
  })
})

describe('a server that is down', () => {
  it('is asked with single requests, and costs no tries while it is left in peace', async () => {
    const clock = createVirtualClock()
    let asked = 0
    const down = (now: number) => {
      if (now < 200_000) asked += 1
      return now < 200_000
    }
    const server = createServer(clock, { serviceMs: () => 100, down })
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(5)], { tries: 8 })
    const { failed } = await speakAll(clock, dispatcher, [server], sentenceLengths(100, seeded(1)))
    expect(failed).toEqual([])
    // Five that opened the breaker, four that took their places before the fifth was back, then
    // probes after 15, 30, 60 and 120 s.
    expect(asked).toBeLessThanOrEqual(13)
    expect(dispatcher.state()[0]!.breaker).toBe('closed')
  })
})
