// The studio's site: page, media and uploads behind one fetch-style handler that both doors serve.
import { addresses } from '../../contract/index.ts'
import type { Media } from '../../core/ports/media.ts'
import { mediaResponse } from './media-response.ts'
import type { PageLook } from './page-look.ts'
import { builtPage, developmentPage } from './page-response.ts'
import { secure } from './security-headers.ts'
import { receiveUpload, type UploadOptions } from './upload.ts'

export type Site = (request: Request) => Promise<Response>

export type SiteOptions = UploadOptions & {
  /** What stands behind an address below `/media/`, given with its leading slash. */
  media: (pathname: string) => Promise<Media | null>
  /** What the page must know before it first paints. */
  look: () => Promise<PageLook>
  /** The built page, `out/renderer`. */
  pageFolder: string
  /** The development server; its page is served instead. */
  developmentServer?: URL | undefined
}

/** The header only our own page can set: another site's form or image cannot. */
export const pageMark = 'x-lectern'

/** Makes the handler. Who may ask is the door's business; what there is to see is the site's. */
export function createSite(options: SiteOptions): Site {
  const page = options.developmentServer
    ? developmentPage(options.developmentServer, options.look)
    : builtPage(options.pageFolder, options.look)

  const answer = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    if (pathname === addresses.upload) {
      if (request.method !== 'POST') return plain(405)
      return request.headers.get(pageMark) === '1' ? receiveUpload(request, options) : plain(403)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405)
    if (pathname.startsWith(addresses.media)) {
      const media = await options.media(pathname)
      return media ? mediaResponse(media, request) : plain(404)
    }
    const found = await page(pathname, search, request.headers.get('accept-encoding') ?? '')
    if (!found) return plain(404)
    return request.method === 'HEAD' ? new Response(null, found) : found
  }
  return async (request) => secure(await answer(request))
}

const words: Record<number, string> = { 403: 'Forbidden', 404: 'Not found', 405: 'Not allowed' }

/** An answer without a page. */
export const plain = (status: number, text = words[status] ?? ''): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
