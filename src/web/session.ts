// The one-time link and the cookie it is traded for. Both die with the process.
import { randomBytes, timingSafeEqual } from 'node:crypto'

export type Session = {
  /** In the link's query, `?token=…`. */
  token: string
  /** True once, for the right token; the link is worth nothing afterwards. */
  redeem(token: string): boolean
  /** For `Set-Cookie`. */
  cookie: string
  /** Whether a `Cookie` header carries it. */
  knows(header: string | null): boolean
}

/** Outlives a closed browser, so that the page opens again while Lectern runs. */
const cookieSeconds = 30 * 86_400

/** Browsers share cookies between the ports of a host: `port` keeps two Lecterns apart. */
export function createSession(port: number): Session {
  const token = randomBytes(24).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  const name = `lectern-${port}`
  let redeemed = false
  return {
    token,
    redeem(given) {
      if (redeemed || !same(given, token)) return false
      redeemed = true
      return true
    },
    cookie: `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${cookieSeconds}`,
    knows: (header) =>
      (header ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .some((pair) => pair.startsWith(`${name}=`) && same(pair.slice(name.length + 1), secret)),
  }
}

function same(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
