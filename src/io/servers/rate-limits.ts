// What a server says of its limits: x-ratelimit-* and Retry-After in all their spellings.
import type { RateLimits } from '../../core/ports/speech.ts'
import type { ServerAnswer } from './server-answer.ts'
import { spanMs } from './time-words.ts'

type Answered = Pick<ServerAnswer, 'headers'>

/** English has about four letters to a token. */
const charactersPerToken = 4

/** Undefined where the server says nothing, or says -1 or 0 of a limit that it does not have. */
export function readRateLimits({ headers }: Answered, now: number): RateLimits | undefined {
  const about = (what: string) => {
    const number = (name: string) => {
      const text = headers.get(`x-ratelimit-${name}-${what}`)?.trim() ?? ''
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
    }
    const [limit, remaining] = [number('limit'), number('remaining')]
    const resetMs = spanMs(headers.get(`x-ratelimit-reset-${what}`) ?? '', now)
    if (remaining === null || remaining < 0 || resetMs === null) return undefined
    if (limit !== null && limit <= 0) return undefined
    return {
      ...{ remaining: Math.floor(remaining), resetMs: Math.ceil(resetMs) },
      ...(limit !== null && { limit }),
    }
  }
  const requests = about('requests')
  const tokens = about('tokens')
  const characters =
    about('characters') ??
    (tokens && {
      ...{ remaining: tokens.remaining * charactersPerToken, resetMs: tokens.resetMs },
      ...(tokens.limit !== undefined && { limit: tokens.limit * charactersPerToken }),
    })
  if (!requests && !characters) return undefined
  return { ...(requests && { requests }), ...(characters && { characters }) }
}

/**
 * For how many whole seconds a server wants to be left alone, never less than it says; null where it
 * does not say. A date is compared with the server's own clock where it tells it.
 */
export function readRetryAfter({ headers, body }: ServerAnswer, now: number): number | null {
  const serverNow = Date.parse(headers.get('date') ?? '')
  const there = Number.isNaN(serverNow) ? now : serverNow
  const exact = headers.get('retry-after-ms')
  const ms = (exact === null ? null : spanMs(`${exact.trim()}ms`, now)) ?? spanOf(headers, there)
  const said = ms ?? resetOf(headers, now) ?? spanInWords(body, now)
  return said === null ? null : Math.ceil(said / 1000)
}

const spanOf = (headers: Answered['headers'], now: number): number | null =>
  spanMs(headers.get('retry-after') ?? '', now)

/** The longest wait among the limits that are used up. */
function resetOf(headers: Answered['headers'], now: number): number | null {
  const limits = readRateLimits({ headers }, now)
  const waits = [limits?.requests, limits?.characters].flatMap((limit) =>
    limit && limit.remaining === 0 ? [limit.resetMs] : [],
  )
  return waits.length === 0 ? null : Math.max(...waits)
}

function spanInWords(body: string, now: number): number | null {
  const found = /try again in (\d[\d.a-zµ]*?)\.?(?=[\s"',]|$)/i.exec(body)
  return found?.[1] === undefined ? null : spanMs(found[1], now)
}
