// What the studio tells whoever watches over it: that it is well, how fast it is, what it keeps; and what they may ask.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { StudioClient } from '../../contract/index.ts'
import type { Log } from '../../core/ports/machine.ts'
import { listen, type Listening } from './listen.ts'
import { createMetrics } from './metrics.ts'
import { plain } from './site.ts'

/** Paths that the key of a watcher opens, beside the cookie, and how they are asked. */
const paths: Record<string, 'GET' | 'POST'> = {
  '/metrics': 'GET',
  '/metrics.json': 'GET',
  '/health': 'GET',
  '/cache/status': 'GET',
  '/optimize-memory': 'POST',
}

export const isWatched = (pathname: string): boolean => Object.hasOwn(paths, pathname)

/** Whether an `Authorization` header is `Bearer` and the key; nobody's is, where there is no key. */
export function isWatcher(header: string | null, key: string | null): boolean {
  if (key === null) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${key}`))
}

/** Answers for the paths that are watched. */
export function createWatched(studio: Pick<StudioClient, 'call'>) {
  const metrics = createMetrics(studio)
  const answers: Record<string, () => Promise<Response>> = {
    '/metrics': async () =>
      new Response(await metrics.text(), { headers: { 'content-type': metrics.type } }),
    '/metrics.json': async () => Response.json(await metrics.figures()),
    async '/cache/status'() {
      const reply = await studio.call('cache.stats', {})
      return reply.ok ? Response.json(reply.value) : Response.json(reply.failure, { status: 500 })
    },
    async '/optimize-memory'() {
      const reply = await studio.call('performance.optimise', {})
      return reply.ok ? Response.json(reply.value) : Response.json(reply.failure, { status: 500 })
    },
    // Through the studio, not beside it: a door whose studio hangs is not well.
    async '/health'() {
      const reply = await studio.call('studio.health', {})
      if (!reply.ok) return plain(503, 'The studio does not answer.')
      return Response.json(reply.value, { status: reply.value.status === 'ok' ? 200 : 503 })
    },
  }
  return async (pathname: string, method: string): Promise<Response> => {
    if (paths[pathname] !== method) return plain(405)
    return (await answers[pathname]?.()) ?? plain(404)
  }
}

/** The same alone, at a port of its own: for a door without one. Nobody gets in but by the key. */
export async function listenForWatchers(
  studio: Pick<StudioClient, 'call'>,
  { port, key, log }: { port: number; key: string; log: Pick<Log, 'error'> },
): Promise<Listening> {
  const listening = await listen(port, log)
  const watched = createWatched(studio)
  listening.answer(async (request) => {
    const { host, pathname } = new URL(request.url)
    // A name that was made to point here is another site's way in.
    if (host !== new URL(listening.origin).host) return plain(421)
    if (!isWatcher(request.headers.get('authorization'), key)) return plain(401)
    return isWatched(pathname) ? watched(pathname, request.method) : plain(404)
  })
  return listening
}
