// What the speech server has seen: every request for speech, connections, and who came too early.
import { digestText } from '../../src/core/base/digest.ts'
import type { ProfileName } from './profiles.ts'

export type SpeechRecord = {
  /** Milliseconds since the epoch, when it came. */
  at: number
  /** The first 16 letters of the text's SHA-256; `textDigest` makes the same. */
  text: string
  model: string
  voice: string
  /** What was in force for it; `normal` once a profile's tries were used up. */
  profile: ProfileName
  /** Null while there is none, and for ever where the connection was cut before. */
  status: number | null
  /** Milliseconds on one clock that never jumps; `endedAt` is null while it is under way. */
  startedAt: number
  endedAt: number | null
  /** Whoever asked went away before the end. */
  aborted: boolean
  /** Came before a Retry-After had run out. */
  tooEarly: boolean
}

export type Stats = {
  /** The last 10,000. */
  requests: SpeechRecord[]
  mostConcurrent: number
  underWay: number
  /** Connections opened. */
  sockets: number
  tooEarly: number
  /** Digests, as `textDigest` makes them, of the keys seen. */
  keys: string[]
}

export const textDigest = (text: string): string => digestText(text).slice(0, 16)

const maxRecords = 10_000
/** What was sent already when a refusal arrived does not count as too early. */
const crossingMs = 50
/** Timers may be early by a trifle. */
const timerMs = 5

export type RequestLog = ReturnType<typeof createRequestLog>

/** `now`: milliseconds on a clock that never jumps. */
export function createRequestLog(now: () => number = () => performance.now()) {
  let stats: Stats
  let refusedAt = 0
  let notBefore = 0
  const clear = () => {
    const underWay = stats?.underWay ?? 0
    stats = { requests: [], mostConcurrent: underWay, underWay, sockets: 0, tooEarly: 0, keys: [] }
    refusedAt = notBefore = 0
  }
  clear()

  return {
    clear,
    read: (): Stats => stats,
    opened: () => void (stats.sockets += 1),
    /** The status is the caller's to fill in; `end` is called once. */
    begin(asked: Pick<SpeechRecord, 'model' | 'voice' | 'profile'> & { text: string }) {
      const startedAt = now()
      const tooEarly = startedAt > refusedAt + crossingMs && startedAt < notBefore - timerMs
      const record: SpeechRecord = {
        ...asked,
        text: textDigest(asked.text),
        at: Date.now(),
        status: null,
        startedAt,
        endedAt: null,
        aborted: false,
        tooEarly,
      }
      const mine = stats
      if (tooEarly) mine.tooEarly += 1
      mine.requests.push(record)
      if (mine.requests.length > maxRecords) mine.requests.shift()
      stats.underWay += 1
      stats.mostConcurrent = Math.max(stats.mostConcurrent, stats.underWay)
      return {
        record,
        /** When all has been handed over: never later than whoever asked can have it. */
        end() {
          record.endedAt = now()
          stats.underWay -= 1
        },
        abort: () => void (record.aborted = true),
      }
    },
    sawKey(authorization: string | undefined) {
      const key = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
      if (key === undefined) return
      const digest = textDigest(key)
      if (!stats.keys.includes(digest) && stats.keys.length < 100) stats.keys.push(digest)
    },
    /** Reads what a refusal's headers say about coming back. `scale`: see `retryAfterScale`. */
    refused(headers: Readonly<Record<string, string>>, scale: number) {
      const exact = headers['retry-after-ms']
      const rough = headers['retry-after']
      if (exact === undefined && rough === undefined) return
      const ms =
        exact !== undefined
          ? Number(exact)
          : /^\d+$/.test(rough ?? '')
            ? Number(rough) * 1000
            : Date.parse(rough ?? '') - Date.now()
      refusedAt = now()
      notBefore = Math.max(notBefore, refusedAt + ms * scale)
    },
  }
}
