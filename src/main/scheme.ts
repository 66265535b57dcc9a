// lectern://app/ : the page, its media and its uploads, from the same site as on the web.
import { protocol } from 'electron'
import { plain, type Site } from '../io/site/site.ts'
import { isOwnPage, pageScheme } from './own-page.ts'

/** Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      // `stream`: media elements ask for ranges.
      privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true },
    },
  ])
}

/** Serves the site to our page; `onError` hears what went wrong inside. */
export function serveScheme(site: Site, onError: (error: unknown) => void): void {
  protocol.handle(pageScheme, async (request) => {
    if (!isOwnPage(request.url)) return plain(404)
    try {
      return await site(request)
    } catch (error) {
      onError(error)
      return plain(500, 'Something went wrong inside Lectern.')
    }
  })
}
