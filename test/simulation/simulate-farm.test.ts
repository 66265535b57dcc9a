// A farm in small, with the real schedule: what must hold for ten workers holds for a thousand.
import { beforeAll, describe, expect, it } from 'vitest'
import { simulateFarm, type FarmFigures, type FarmModel } from './simulate-farm.ts'

const small: FarmModel = {
  seed: 3,
  latenciesMs: [300, 1000, 4000],
  ...{ workers: 10, lanesEach: 2, studios: 4, books: 20 },
  segments: { from: 20, to: 200 },
  ...{ gigabits: 1, redisEach: false, cores: 4, heardOf: 50 },
}

describe('ten workers and twenty books', () => {
  let farm: FarmFigures
  beforeAll(async () => {
    farm = await simulateFarm(small)
  })

  it('finish every book, and speak as many segments as the books have', () => {
    const books = farm.studios.flat()
    expect(books).toHaveLength(20)
    for (const book of books) expect(book.spoken).toBe(book.segments)
    const spoken = farm.lanes.reduce((sum, lane) => sum + lane.spoken, 0)
    expect(spoken).toBe(farm.segments)
  })

  it('finish the books of each studio in their order', () => {
    for (const books of farm.studios) {
      const ends = books.map(({ finishedAt }) => finishedAt ?? Infinity)
      expect(ends).toEqual(ends.toSorted((one, other) => one - other))
    }
  })

  it('leave no lane free while segments wait', () => {
    expect(farm.idle).toBe(0)
    // A lane may wait for an instant until the next job has come.
    expect(farm.starved).toBeLessThan(4)
    // What is being spoken at the end of the look is not counted yet.
    expect(farm.full.speaking).toBeGreaterThan(0.9)
  })

  it('serve whoever listens before the rest', () => {
    expect(farm.waits.heard.longest).toBeLessThan(farm.waits.rest.longest / 2)
  })

  it('come to the same end with the same seed', async () => {
    expect((await simulateFarm(small)).hours).toBe(farm.hours)
  })
})

it('a Redis that takes its time slows the workers, and loses nothing', async () => {
  const { full, segments, lanes } = await simulateFarm({ ...small, costs: { completeMs: 200 } })
  expect(full.use.thread).toBeGreaterThan(0.98)
  expect(full.perSecond).toBeLessThan(5)
  expect(lanes.reduce((sum, { spoken }) => sum + spoken, 0)).toBe(segments)
})
