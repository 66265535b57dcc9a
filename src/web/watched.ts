// What the studio tells whoever watches over it: that it is well, how fast it is, what it keeps.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { StudioClient } from '../contract/index.ts'
import { createMetrics } from '../io/site/metrics.ts'
import { plain } from '../io/site/site.ts'

/** Paths that the key of a watcher opens, beside the cookie. */
const paths = ['/metrics', '/health', '/cache/status'] as const

export const isWatched = (pathname: string): boolean => paths.some((path) => path === pathname)

/** Whether an `Authorization` header is `Bearer` and the key; nobody's is, where there is no key. */
export function isWatcher(header: string | null, key: string | null): boolean {
  if (key === null) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${key}`))
}

/** Answers GET for the paths that are watched. */
export function createWatched(studio: Pick<StudioClient, 'call'>) {
  const metrics = createMetrics(studio)
  return async (pathname: string): Promise<Response> => {
    if (pathname === '/metrics')
      return new Response(await metrics.text(), { headers: { 'content-type': metrics.type } })
    if (pathname === '/cache/status') {
      const reply = await studio.call('cache.stats', {})
      return reply.ok ? Response.json(reply.value) : Response.json(reply.failure, { status: 500 })
    }
    // Through the studio, not beside it: a door whose studio hangs is not well.
    const reply = await studio.call('studio.health', {})
    if (!reply.ok) return plain(503, 'The studio does not answer.')
    return Response.json(reply.value, { status: reply.value.status === 'ok' ? 200 : 503 })
  }
}
