// A studio that narrates its books one after the other: the real schedule, with the farm as its only endpoint.
import { createDispatcher } from '../../src/core/dispatch/dispatcher.ts'
import type { Clock } from '../../src/core/base/scope.ts'
import { usualCharacters, resultBytes, type Costs } from './costs.ts'
import type { FarmQueue, Lane } from './farm-queue.ts'
import type { RedisModel } from './redis-model.ts'
import { createStation, type Station } from './station.ts'

export type BookModel = { segments: number; spoken: number; finishedAt: number | null }

export type StudioOptions = {
  clock: Clock
  random: () => number
  books: readonly BookModel[]
  queue: FarmQueue
  redis: RedisModel
  costs: Costs
  /** Of a segment of usual length. */
  latencyMs: number
  cores: number
  /** One segment in so many is waited for by somebody who listens. */
  heardOf: number
  /** How long each segment waited until a worker took it. */
  onTaken: (waitedMs: number, urgent: boolean) => void
}

export type StudioModel = {
  /** Resolves when every book is done. */
  narrate(): Promise<void>
  /** Segments that were not brought to the schedule yet. */
  readonly left: number
  readonly preparing: Station
}

/** More than there are lanes, so that a lane that frees itself finds a job. */
const queuedForEachLane = 2
/** A studio looks after its jobs one by one; so many are one event here. */
const lookedAtOnce = 10
const lookMs = 1000
/** Commands of a look, each sent when the one before is answered. */
const turnsOfLook = 3

export function createStudioModel(options: StudioOptions): StudioModel {
  const { clock, random, books, queue, redis, costs, latencyMs, cores, heardOf } = options
  const preparing = createStation(clock, cores)
  const dispatcher = createDispatcher({
    clock,
    random,
    endpoints: [
      {
        id: 'farm',
        limit: { mode: 'told', lanes: () => Math.ceil(queue.lanes * queuedForEachLane) },
      },
    ],
    caps: () => ({ lanes: null, requestsPerMinute: null, charactersPerMinute: null }),
    tries: 4,
  })
  const { signal } = new AbortController()
  const after = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve))
  const waiting = new Set<{ askedAt: number }>()
  let left = books.reduce((sum, { segments }) => sum + segments, 0)

  const speak = async (characters: number, urgent: boolean) => {
    const bytes = (resultBytes * characters) / usualCharacters
    const askedAt = clock.monotonic()
    const mine = { askedAt }
    waiting.add(mine)
    await redis.add()
    const lane = await new Promise<Lane>((taken) => queue.add({ urgent, taken }))
    options.onTaken(clock.monotonic() - askedAt, urgent)
    // The lane is held until Redis has the result: that is how a full Redis slows the workers.
    const speakingMs = (latencyMs * characters) / usualCharacters
    await after(speakingMs + costs.roundTripMs)
    await redis.complete(bytes)
    lane.spoken += 1
    lane.speakingMs += speakingMs
    queue.release(lane)
    waiting.delete(mine)
    await redis.fetch(bytes)
    await preparing.serve((costs.prepareMs * characters) / usualCharacters)
    return { value: null }
  }
  const look = async () => {
    const long = clock.monotonic() - lookMs
    let jobs = [...waiting].filter((job) => job.askedAt < long).length
    for (; jobs > 0; jobs -= lookedAtOnce) {
      const together = Math.min(jobs, lookedAtOnce)
      await redis.look(together)
      await after(together * turnsOfLook * costs.roundTripMs)
    }
  }
  const lookWhile = async (isOver: () => boolean) => {
    while (!isOver()) {
      await after(lookMs)
      await look()
    }
  }
  return {
    preparing,
    get left() {
      return left
    },
    async narrate() {
      const spoken: Promise<void>[] = []
      let isOver = false
      void lookWhile(() => isOver)
      for (const book of books) {
        let ended = 0
        const { promise: done, resolve } = Promise.withResolvers<void>()
        spoken.push(done)
        for (let position = 0; position < book.segments; position += 1) {
          await dispatcher.whenRoom(signal)
          left -= 1
          const characters = 50 + Math.floor(random() * 201)
          const urgent = random() * heardOf < 1
          void dispatcher
            .run({ characters }, () => speak(characters, urgent), { signal, urgent })
            .then(() => {
              book.spoken += 1
              if (++ended < book.segments) return
              book.finishedAt = clock.monotonic()
              resolve()
            })
        }
      }
      await Promise.all(spoken)
      isOver = true
      await dispatcher.dispose()
    },
  }
}
