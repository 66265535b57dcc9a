// The best width is found for every kind of server, and kept.
import { describe, expect, it } from 'vitest'
import type { LimitMode } from '../../../src/core/dispatch/adaptive-limit.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'
import { createServer, seeded, type ServerKind } from './simulated-server.ts'
import { dispatcherOf, sentenceLengths, speakAll } from './speak-all.ts'

const requests = 700
/** The end of a run has no more requests to fill the lanes with. */
const tail = 40

async function find(limit: LimitMode, seed: number, kind: (random: () => number) => ServerKind) {
  const clock = createVirtualClock()
  const random = seeded(seed)
  const server = createServer(clock, kind(random))
  const dispatcher = dispatcherOf(clock, random, [limit])
  const lengths = sentenceLengths(requests, random)
  const { at, failed, settled, width } = await speakAll(clock, dispatcher, [server], lengths)
  expect(failed).toEqual([])
  const perMs = (requests - tail - 120) / (at[requests - tail - 1]! - at[119]!)
  return { perMs, settled: settled[119], width, refused: server.refused, most: server.most }
}
const auto = (start: number, max = 32): LimitMode => ({ mode: 'auto', start, max })
const meanLength = 134.5

/** Best throughput is `best` requests in `serviceMs`. */
function expectFound(
  found: Awaited<ReturnType<typeof find>>,
  best: number,
  serviceMs: number,
  share = 0.9,
) {
  expect(Math.abs((found.settled ?? NaN) - best)).toBeLessThanOrEqual(2)
  expect(found.perMs).toBeGreaterThanOrEqual((best / serviceMs) * share)
}

describe('a width that finds itself', () => {
  for (const best of [1, 2, 3, 5, 8, 12, 16]) {
    for (const start of [1, 2, 4]) {
      it(`finds the ${best} of a server that queues beyond, from ${start}`, async () => {
        const found = await find(auto(start), 1, () => ({ serviceMs: () => 300, slots: best }))
        expectFound(found, best, 300)
      })
    }
    it(`finds the ${best} of a server that gets slower in total beyond`, async () => {
      const contention = (serving: number) => (serving <= best ? 1 : (serving / best) ** 2)
      const found = await find(auto(4), 1, () => ({ serviceMs: () => 400, contention }))
      expectFound(found, best, 400)
    })
    it(`finds the ${best} of a server that refuses beyond, and seldom tries more`, async () => {
      const kind: ServerKind = { serviceMs: () => 400, slots: best, beyond: 'refuse' }
      const found = await find(auto(4), 1, () => kind)
      expectFound(found, best, 400)
      expect(found.refused).toBeLessThanOrEqual(requests * 0.05)
    })
  }

  for (const best of [1, 4, 8, 12])
    for (const seed of [1, 2, 3])
      it(`does not take long sentences for load: ${best} lanes, jitter ${seed}`, async () => {
        const found = await find(auto(4), seed, (random) => ({
          serviceMs: (characters) => 10 * characters * (0.7 + 0.6 * random()),
          slots: best,
        }))
        expectFound(found, best, 10 * meanLength)
      })

  for (const start of [1, 4])
    it(`is at 24 and more within 60 answers when nothing limits it, from ${start}`, async () => {
      const found = await find(auto(start), 1, () => ({ serviceMs: () => 400 }))
      expect(found.width.findIndex((width) => width >= 24)).toBeLessThanOrEqual(60)
      expect(found.most).toBe(32)
      expect(found.perMs).toBeGreaterThanOrEqual((32 / 400) * 0.95)
    })

  for (const seed of [1, 2, 3])
    it(`is not misled by a server that breaks one request in fifty: ${seed}`, async () => {
      const found = await find(auto(4), seed, (random) => ({
        serviceMs: () => 300,
        slots: 10,
        breaks: () => random() < 0.02,
      }))
      expectFound(found, 10, 300)
    })

  it('recovers from a first request that waited for a model to load', async () => {
    const clock = createVirtualClock()
    const serviceMs = () => (clock.monotonic() < 100 ? 20_000 : 300)
    const server = createServer(clock, { serviceMs, slots: 4 })
    const dispatcher = dispatcherOf(clock, seeded(1), [auto(2)])
    const lengths = sentenceLengths(requests, seeded(1))
    const { at, settled } = await speakAll(clock, dispatcher, [server], lengths)
    expect((requests - 120) / (at.at(-1)! - at[119]!)).toBeGreaterThanOrEqual((4 / 300) * 0.9)
    expect(Math.abs(settled.at(-1)! - 4)).toBeLessThanOrEqual(2)
  })

  it('never goes beyond its max', async () => {
    const found = await find(auto(4, 6), 1, () => ({ serviceMs: () => 400 }))
    expect(found.most).toBe(6)
    expect(found.settled).toBe(6)
  })

  it('follows a server whose room grows and shrinks', async () => {
    const clock = createVirtualClock()
    const random = seeded(5)
    let best = 4
    const contention = (serving: number) => Math.max(1, serving / best)
    const server = createServer(clock, { serviceMs: () => 300, contention })
    const dispatcher = dispatcherOf(clock, random, [auto(4)])
    const settledAfter = async () =>
      (await speakAll(clock, dispatcher, [server], sentenceLengths(900, random))).settled.at(-1)
    expect(await settledAfter()).toBe(4)
    best = 10
    expect(Math.abs((await settledAfter())! - 10)).toBeLessThanOrEqual(2)
    best = 3
    expect(Math.abs((await settledAfter())! - 3)).toBeLessThanOrEqual(2)
  })
})

describe('a fixed width', () => {
  it('halves on overload and comes back to what it was', async () => {
    const clock = createVirtualClock()
    const refuses = (now: number) => (now > 250 && now < 350 ? 500 : null)
    const server = createServer(clock, { serviceMs: () => 100, refuses })
    const dispatcher = dispatcherOf(clock, seeded(1), [{ mode: 'fixed', lanes: 8 }])
    const lengths = sentenceLengths(200, seeded(2))
    const { failed, width } = await speakAll(clock, dispatcher, [server], lengths)
    expect(failed).toEqual([])
    expect(width[0]).toBe(8)
    const narrow = width.findIndex((lanes) => lanes < 8)
    // The first answer after the pause has given one lane back already.
    expect(width.slice(narrow, narrow + 4)).toEqual([5, 6, 7, 8])
    expect(width.at(-1)).toBe(8)
    expect(server.most).toBe(8)
  })

  for (const latency of [300, 2000])
    for (const lanes of [5, 8, 24, 32])
      it(`leaves no lane idle: 300 requests of ${latency} ms on ${lanes} lanes`, async () => {
        const clock = createVirtualClock()
        const server = createServer(clock, { serviceMs: () => latency })
        const dispatcher = dispatcherOf(clock, seeded(1), [{ mode: 'fixed', lanes }])
        const { at } = await speakAll(clock, dispatcher, [server], sentenceLengths(300, seeded(1)))
        expect(at.at(-1)).toBeLessThanOrEqual(Math.ceil(300 / lanes) * latency * 1.01)
        expect(server.most).toBe(lanes)
      })
})
