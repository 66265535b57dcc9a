// Answers a request for something that is heard or shown: whole, a byte range, or its headers alone.
import type { Media } from '../../core/ports/media.ts'
import { parseRange } from './byte-range.ts'
import { measureParts, streamParts, totalLength } from './part-stream.ts'

/** 200, 206 or 416; for HEAD the same without a body. 404 when a file of unknown length is gone. */
export async function mediaResponse(media: Media, request: Request): Promise<Response> {
  const parts = await measureParts(media.parts)
  if (!parts) return new Response(null, { status: 404 })
  const size = totalLength(parts)
  const headers = new Headers({
    'content-type': media.mediaType,
    'accept-ranges': 'bytes',
    'cache-control': media.immutable ? 'private, max-age=31536000, immutable' : 'no-store',
  })
  if (media.downloadName !== undefined) {
    headers.set('content-disposition', attachment(media.downloadName))
  }
  // No validators are sent, so no If-Range can match: RFC 9110 §13.1.5 then wants the whole.
  const asked = request.headers.has('if-range') ? null : request.headers.get('range')
  const range = parseRange(asked, size)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const span = range === 'whole' ? { start: 0, end: size - 1 } : range
  headers.set('content-length', String(span.end - span.start + 1))
  if (range !== 'whole') headers.set('content-range', `bytes ${span.start}-${span.end}/${size}`)
  const status = range === 'whole' ? 200 : 206
  const body = request.method === 'HEAD' || size === 0 ? null : streamParts(parts, span)
  return new Response(body, { status, headers })
}

/** `Content-Disposition` with the name in full (RFC 8187) and a plain one for what cannot read it. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
