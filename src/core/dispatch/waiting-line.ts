// Requests that wait for a server: those for the play-head first, then retries, then in the order they came.
import type { Failure } from '../../contract/index.ts'
import type { Departure, Endpoint } from './endpoint.ts'

/** A request of a dispatcher, while it waits and between its tries. */
export type Asking = {
  readonly characters: number
  readonly urgent: boolean
  /** Per endpoint, when it may be asked again after a failure there. */
  readonly notBefore: Map<string, number>
  readonly failure: Failure | null
  /** Monotonic milliseconds at which it gives up waiting. */
  deadline: number
  gone: boolean
  start(endpoint: Endpoint, departure: Departure): void
  giveUp(): void
}

/** `take`: it may start and leaves the line · `pass`: not yet, look at others · `stop`: nobody behind it can. */
export type Verdict = 'take' | 'pass' | 'stop'

export type WaitingLine = {
  readonly length: number
  join(asking: Asking): void
  leave(asking: Asking): void
  /** Shows them in order until `judge` stops it. */
  walk(judge: (asking: Asking) => Verdict): void
  /** Nobody in it waits for a backoff any more. */
  hurry(): void
}

type Queue = { list: Asking[]; head: number }

/** Those that never failed can all start or none can: only the first of them is looked at. */
export function createWaitingLine(): WaitingLine {
  const urgent = { retries: [] as Asking[], fresh: { list: [], head: 0 } as Queue }
  const normal = { retries: [] as Asking[], fresh: { list: [], head: 0 } as Queue }
  let length = 0

  const walkRetries = (rank: { retries: Asking[] }, judge: (asking: Asking) => Verdict) => {
    if (rank.retries.length === 0) return true
    for (const asking of [...rank.retries]) {
      const verdict = judge(asking)
      if (verdict === 'take') {
        rank.retries.splice(rank.retries.indexOf(asking), 1)
        length -= 1
      }
      if (verdict === 'stop') return false
    }
    return true
  }
  const walkFresh = (queue: Queue, judge: (asking: Asking) => Verdict) => {
    for (let first = queue.list[queue.head]; first; first = queue.list[queue.head]) {
      if (!first.gone) {
        const verdict = judge(first)
        if (verdict !== 'take') return false
        length -= 1
      }
      queue.head += 1
    }
    queue.list = []
    queue.head = 0
    return true
  }

  return {
    get length() {
      return length
    },
    join(asking) {
      length += 1
      const rank = asking.urgent ? urgent : normal
      if (asking.failure) rank.retries.push(asking)
      else rank.fresh.list.push(asking)
    },
    leave(asking) {
      length -= 1
      const { retries } = asking.urgent ? urgent : normal
      const at = retries.indexOf(asking)
      if (at >= 0) retries.splice(at, 1)
    },
    hurry() {
      for (const { retries } of [urgent, normal])
        for (const { notBefore } of retries) notBefore.clear()
    },
    walk(judge) {
      for (const rank of [urgent, normal]) {
        if (!walkRetries(rank, judge) || !walkFresh(rank.fresh, judge)) return
      }
    },
  }
}
