// A Redis server as the farm uses it: one thread, one network card with two directions, and memory.
import type { Clock } from '../../src/core/base/scope.ts'
import type { Costs } from './costs.ts'
import { createStation } from './station.ts'

export type RedisModel = {
  /** Resolves when the job is in its queue. */
  add(): Promise<void>
  /** Resolves when the result is kept and the worker has been told of the next job. */
  complete(bytes: number): Promise<void>
  /** Resolves when the studio has the result; how long Redis keeps it after that is no part of this. */
  fetch(bytes: number): Promise<void>
  /** Resolves when it has said of so many jobs whether they are there. */
  look(jobs: number): Promise<void>
  /** Shares of what it could do, since the start. */
  use(): { thread: number; received: number; sent: number }
  readonly mostResultBytes: number
}

export type RedisOptions = {
  costs: Costs
  bytesPerSecond: number
  /** Who is told of every job. */
  studios: number
  workers: number
}

export function createRedisModel(clock: Clock, options: RedisOptions): RedisModel {
  const { costs, bytesPerSecond, studios, workers } = options
  const thread = createStation(clock)
  const received = createStation(clock)
  const sent = createStation(clock)
  const over = (bytes: number) => (bytes / bytesPerSecond) * 1000
  // Heartbeats take their share of the thread away from all else.
  const slower = 1 / (1 - (workers * costs.heartbeatMs) / 2000)
  let resultBytes = 0
  let mostResultBytes = 0
  return {
    async add() {
      await received.serve(over(costs.jobTraffic))
      await thread.serve(costs.addMs * slower)
    },
    async complete(bytes) {
      await received.serve(over(bytes))
      await thread.serve((costs.completeMs + costs.tellMs * studios) * slower)
      resultBytes += bytes * costs.resultOverhead
      mostResultBytes = Math.max(mostResultBytes, resultBytes)
    },
    async fetch(bytes) {
      await thread.serve(costs.fetchMs * slower)
      await sent.serve(over(bytes + costs.jobTraffic + costs.tellTraffic * studios))
      resultBytes -= bytes * costs.resultOverhead
    },
    look: (jobs) => thread.serve(costs.lookMs * jobs * slower),
    use() {
      const elapsedMs = clock.monotonic()
      return {
        thread: thread.workMs / elapsedMs,
        received: received.workMs / elapsedMs,
        sent: sent.workMs / elapsedMs,
      }
    },
    get mostResultBytes() {
      return mostResultBytes
    },
  }
}
