// Answers with the page: index.html with a fresh nonce, hashed assets for ever.
import { randomBytes } from 'node:crypto'
import { readPageFile } from './page-file.ts'
import { contentSecurityPolicy } from './security-headers.ts'

/** `accepts`: the encodings that whoever asks understands, as they are told in a request. */
export type PageSource = (
  pathname: string,
  search: string,
  accepts: string,
) => Promise<Response | null>

/** Stands in index.html where the nonce goes. */
const nonceMark = '__CSP_NONCE__'

/** The built page. */
export const builtPage =
  (folder: string): PageSource =>
  async (pathname, _search, accepts) => {
    const file = await readPageFile(folder, pathname, { brotli: /\bbr\b/.test(accepts) })
    if (!file) return null
    if (file.mediaType.startsWith('text/html')) {
      return htmlResponse(new TextDecoder().decode(file.bytes), false)
    }
    return new Response(file.bytes, {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.bytes.byteLength),
        vary: 'accept-encoding',
        ...(file.brotli && { 'content-encoding': 'br' }),
        'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache',
      },
    })
  }

/** The page as the development server makes it, hot reload and all. */
export const developmentPage =
  (server: URL): PageSource =>
  async (pathname, search) => {
    const answer = await fetch(new URL(pathname + search, server))
    const mediaType = answer.headers.get('content-type') ?? 'application/octet-stream'
    if (mediaType.startsWith('text/html')) return htmlResponse(await answer.text(), true)
    return new Response(answer.body, {
      status: answer.status,
      headers: { 'content-type': mediaType, 'cache-control': 'no-store' },
    })
  }

function htmlResponse(template: string, development: boolean): Response {
  const nonce = randomBytes(16).toString('base64')
  return new Response(template.replaceAll(nonceMark, nonce), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce, development),
    },
  })
}
