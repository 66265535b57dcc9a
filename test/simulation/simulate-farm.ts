// Studios, one queue for each voice source, workers and Redis on one virtual clock, until the last book is done.
import { invariant } from '../../src/core/base/invariant.ts'
import { seeded } from '../core/dispatch/simulated-server.ts'
import { createVirtualClock } from '../fixtures/virtual-clock.ts'
import { measuredCosts, type Costs } from './costs.ts'
import { createFarmQueue, type Lane } from './farm-queue.ts'
import { createRedisModel } from './redis-model.ts'
import { createStudioModel, type BookModel } from './studio-model.ts'

export type FarmModel = {
  seed: number
  /** Milliseconds for a segment of usual length, of each voice source. */
  latenciesMs: readonly number[]
  workers: number
  lanesEach: number
  studios: number
  books: number
  /** Segments of a book: between these, small ones as likely as large ones on a scale of powers. */
  segments: { from: number; to: number }
  gigabits: number
  /** Each voice source has a Redis of its own. */
  redisEach: boolean
  cores: number
  heardOf: number
  costs?: Partial<Costs>
}

export type FarmFigures = {
  hours: number
  segments: number
  /** Looks at which a lane stood free though a job waited in its queue, and though a studio had more to bring. */
  idle: number
  starved: number
  mostWaiting: number
  mostResultBytes: number
  /** As it went until the first voice source had nothing more to be brought. */
  full: FullLoad
  /** Milliseconds until a worker takes a segment: the middle, and what one in a hundred exceeds. */
  waits: Record<'heard' | 'rest', { middle: number; longest: number }>
  studios: readonly (readonly BookModel[])[]
  lanes: readonly Lane[]
}

export type FullLoad = {
  perSecond: number
  /** How much of their time the lanes spoke; they are also held until Redis has the result. */
  speaking: number
  /** Work that was brought against what can be done in that time: to the busiest Redis and the busiest studio. */
  use: { thread: number; received: number; sent: number; preparing: number }
}

/** A look each second is enough to see what stands idle. */
const stepMs = 1000

export async function simulateFarm(model: FarmModel): Promise<FarmFigures> {
  const clock = createVirtualClock()
  const random = seeded(model.seed)
  const costs = { ...measuredCosts, ...model.costs }
  const { latenciesMs } = model
  const bytesPerSecond = (model.gigabits * 1e9) / 8
  const redisOf = (studios: number, workers: number) =>
    createRedisModel(clock, { costs, bytesPerSecond, studios, workers })
  const shared = model.redisEach ? null : redisOf(model.studios, model.workers)
  const waits = { heard: [] as number[], rest: [] as number[] }

  // Slow voices get more workers, so that all sources have as much to do.
  const sum = total(latenciesMs)
  const sources = latenciesMs.map((latencyMs, source) => {
    const workers = Math.max(1, Math.round((model.workers * latencyMs) / sum))
    const studios = studiosOf(source, model)
    const lanes = Array.from({ length: workers * model.lanesEach }, (_, index): Lane => ({
      worker: index % workers,
      spoken: 0,
      speakingMs: 0,
    }))
    const redis = shared ?? redisOf(studios.length, workers)
    return { latencyMs, lanes, queue: createFarmQueue(lanes), redis, studios }
  })
  const studios = sources.map(({ latencyMs, queue, redis, studios: booksOf }) =>
    booksOf.map((count) => {
      const books = Array.from({ length: count }, (): BookModel => {
        const { from, to } = model.segments
        return { segments: Math.round(from * (to / from) ** random()), spoken: 0, finishedAt: null }
      })
      const { cores, heardOf } = model
      const onTaken = (waitedMs: number, urgent: boolean) =>
        void waits[urgent ? 'heard' : 'rest'].push(waitedMs)
      const options = { clock, random, books, queue, redis, costs, latencyMs, cores, heardOf }
      return { books, model: createStudioModel({ ...options, onTaken }) }
    }),
  )

  const ended = Promise.all(studios.flat().map((studio) => studio.model.narrate()))
  let isOver = false
  void ended.then(() => (isOver = true))
  const leftOf = (source: number) =>
    (studios[source] ?? []).reduce((left, studio) => left + studio.model.left, 0)
  const fullLoad = (): FullLoad => {
    const elapsedMs = clock.monotonic()
    const lanes = sources.flatMap((source) => source.lanes)
    const uses = sources.map(({ redis }) => redis.use())
    const preparing = studios
      .flat()
      .map((studio) => studio.model.preparing.workMs / (elapsedMs * model.cores))
    return {
      perSecond: (total(lanes.map(({ spoken }) => spoken)) / elapsedMs) * 1000,
      speaking: total(lanes.map(({ speakingMs }) => speakingMs)) / (elapsedMs * lanes.length),
      use: {
        thread: Math.max(...uses.map(({ thread }) => thread)),
        received: Math.max(...uses.map(({ received }) => received)),
        sent: Math.max(...uses.map(({ sent }) => sent)),
        preparing: Math.max(...preparing),
      },
    }
  }
  let full: FullLoad | null = null
  let idle = 0
  let starved = 0
  while (!isOver) {
    await clock.advance(stepMs)
    for (const [source, { queue }] of sources.entries())
      if (queue.free > 0) {
        if (queue.waiting > 0) idle += 1
        if (leftOf(source) > 0) starved += 1
      }
    if (sources.some((_, source) => leftOf(source) === 0)) full ??= fullLoad()
  }
  const books = studios.flat().map((studio) => studio.books)
  const redises = new Set(sources.map(({ redis }) => redis))
  return {
    hours: Math.max(...books.flat().map(({ finishedAt }) => finishedAt ?? Infinity)) / 3_600_000,
    segments: total(books.flat().map((book) => book.segments)),
    idle,
    starved,
    full: full ?? fullLoad(),
    mostWaiting: total(sources.map(({ queue }) => queue.mostWaiting)),
    mostResultBytes: total([...redises].map(({ mostResultBytes }) => mostResultBytes)),
    waits: { heard: spread(waits.heard), rest: spread(waits.rest) },
    studios: books,
    lanes: sources.flatMap(({ lanes }) => lanes),
  }
}

const total = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0)

/** Books of each studio that uses this voice source: studios and books go round. */
function studiosOf(source: number, { latenciesMs, studios, books }: FarmModel): number[] {
  invariant(studios >= latenciesMs.length, 'every source has a studio')
  return Array.from({ length: studios }, (_, studio) => studio)
    .filter((studio) => studio % latenciesMs.length === source)
    .map((studio) => Math.floor(books / studios) + (studio < books % studios ? 1 : 0))
}

/** The middle, and what one in a hundred exceeds. */
function spread(values: number[]) {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return { middle: at(0.5), longest: at(0.99) }
}
