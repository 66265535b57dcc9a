// Decides who may ask: gathered facts in, a verdict out. Table-tested; knows no server.

export type RequestFacts = {
  method: string
  host: string | null
  origin: string | null
  /** `Sec-Fetch-Site`; browsers send it, other programs do not. */
  fetchSite: string | null
  /** Whether the header is there that only our own page can set. */
  marked: boolean
  /** Whether the cookie proves that the one-time link was opened here. */
  known: boolean
}

export type Refusal = { status: 401 | 403 | 421; reason: string }

/**
 * Null when the request may pass. 421: addressed to another name, as in DNS rebinding. 403: sent by
 * another site. 401: nobody has opened the link here. `origin` is the door's own, without a slash.
 */
export function refusal(facts: RequestFacts, origin: string): Refusal | null {
  if (facts.host !== new URL(origin).host) {
    return { status: 421, reason: `Lectern answers at ${origin} only.` }
  }
  if (facts.fetchSite !== null && !['same-origin', 'none'].includes(facts.fetchSite)) {
    return { status: 403, reason: 'Another site may not ask.' }
  }
  if (facts.origin !== null && facts.origin !== origin) {
    return { status: 403, reason: 'Another origin may not ask.' }
  }
  const reading = facts.method === 'GET' || facts.method === 'HEAD'
  if (!reading && !facts.marked) {
    return { status: 403, reason: 'Only Lectern’s own page may ask.' }
  }
  if (!facts.known) {
    return { status: 401, reason: 'Open the link that Lectern printed when it started.' }
  }
  return null
}
