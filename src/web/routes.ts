// What the web door serves beside the site: the two verbs, places for exports, the one-time link.
import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { addresses, safeFileName } from '../contract/index.ts'
import type { Clock, Scope } from '../core/base/scope.ts'
import type { Studio } from '../core/studio/studio.ts'
import { secure } from '../io/site/security-headers.ts'
import { pageMark, plain, type Site } from '../io/site/site.ts'
import { createWatched, isWatched, isWatcher } from '../io/site/watched.ts'
import { ticketReply, transferPath } from '../io/site/upload.ts'
import { answerCall } from './calls.ts'
import { streamEvents } from './event-stream.ts'
import { refusal } from './guard.ts'
import type { Session } from './session.ts'

export type RoutesOptions = {
  studio: Pick<Studio, 'call' | 'callUnchecked' | 'onAny' | 'tickets'>
  site: Site
  session: Session
  /** What a program shows that watches over the studio; null: none may. */
  watcherKey: string | null
  /** The door's own, `http://127.0.0.1:PORT`. */
  origin: string
  transfersFolder: string
  /** Ends the event streams. */
  scope: Scope
  clock: Clock
}

/** The whole door as one fetch-style handler. */
export function createRoutes(options: RoutesOptions): Site {
  const { studio, site, session, origin, scope, clock } = options
  const watched = createWatched(studio)

  const route = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    const { headers, method } = request
    const token = method === 'GET' && pathname === '/' ? searchParams.get('token') : null
    const known = session.knows(headers.get('cookie'))
    const watches =
      isWatched(pathname) && isWatcher(headers.get('authorization'), options.watcherKey)
    const facts = {
      method,
      host: headers.get('host'),
      origin: headers.get('origin'),
      fetchSite: headers.get('sec-fetch-site'),
      // No other site can make a browser send the key.
      marked: headers.get(pageMark) === '1' || watches,
    }
    const refused = refusal({ ...facts, known: known || watches || token !== null }, origin)
    if (refused) return plain(refused.status, refused.reason)
    if (token !== null) return enter(token, known)

    if (pathname.startsWith(addresses.call)) {
      return method === 'POST' ? answerCall(request, studio) : plain(405)
    }
    if (isWatched(pathname)) return watched(pathname, method)
    if (pathname === addresses.events) {
      return method === 'GET' ? streamEvents(studio, scope, clock) : plain(405)
    }
    if (pathname === addresses.exportTarget) {
      return method === 'POST' ? exportTarget(searchParams.get('name')) : plain(405)
    }
    return site(request)
  }

  /** Trades the token for the cookie; the address bar keeps no token. */
  const enter = (token: string, known: boolean): Response => {
    if (known) return new Response(null, { status: 303, headers: { location: '/' } })
    if (!session.redeem(token)) {
      return plain(401, 'This link has been used, or is another Lectern’s. Start Lectern again.')
    }
    return new Response(null, {
      status: 303,
      headers: { location: '/', 'set-cookie': session.cookie },
    })
  }

  /** A place in the transfers folder whose finished file goes to the browser as a download. */
  const exportTarget = async (name: string | null): Promise<Response> => {
    const path = transferPath(options.transfersFolder, safeFileName(name ?? ''))
    await mkdir(dirname(path))
    const release = () => rm(dirname(path), { recursive: true, force: true })
    return ticketReply(studio.tickets.issue('target', path, { download: true, release }))
  }

  return async (request) => secure(await route(request))
}
