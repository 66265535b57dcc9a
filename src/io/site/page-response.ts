// Answers with the page: index.html with a fresh nonce and its look, hashed assets for ever.
import { randomBytes } from 'node:crypto'
import { readPageFile } from './page-file.ts'
import type { PageLook } from './page-look.ts'
import { contentSecurityPolicy } from './security-headers.ts'

/** `accepts`: the encodings that whoever asks understands, as they are told in a request. */
export type PageSource = (
  pathname: string,
  search: string,
  accepts: string,
) => Promise<Response | null>

/** What stands in index.html where the nonce and the look go. */
const marks = {
  nonce: '__CSP_NONCE__',
  language: '__LANGUAGE__',
  theme: '__THEME__',
  textSize: '__TEXT_SIZE__',
  motion: '__MOTION__',
  direction: '__DIRECTION__',
  accent: '__ACCENT__',
  systemAccent: '__SYSTEM_COLOUR__',
} as const

/** The built page. */
export const builtPage =
  (folder: string, look: () => Promise<PageLook>): PageSource =>
  async (pathname, _search, accepts) => {
    const file = await readPageFile(folder, pathname, { brotli: /\bbr\b/.test(accepts) })
    if (!file) return null
    if (file.mediaType.startsWith('text/html')) {
      return htmlResponse(new TextDecoder().decode(file.bytes), await look(), false)
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
  (server: URL, look: () => Promise<PageLook>): PageSource =>
  async (pathname, search) => {
    const answer = await fetch(new URL(pathname + search, server))
    const mediaType = answer.headers.get('content-type') ?? 'application/octet-stream'
    if (mediaType.startsWith('text/html'))
      return htmlResponse(await answer.text(), await look(), true)
    return new Response(answer.body, {
      status: answer.status,
      headers: { 'content-type': mediaType, 'cache-control': 'no-store' },
    })
  }

function htmlResponse(template: string, look: PageLook, development: boolean): Response {
  const nonce = randomBytes(16).toString('base64')
  const values = { ...look, nonce }
  const html = Object.entries(marks).reduce(
    (text, [name, mark]) => text.replaceAll(mark, values[name as keyof typeof marks]),
    template,
  )
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce, development),
    },
  })
}
