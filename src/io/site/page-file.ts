// Finds the page's own files; nothing outside its folder, whatever the address says.
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

export type PageFile = {
  bytes: Uint8Array<ArrayBuffer>
  mediaType: string
  /** Its name carries a hash of its content. */
  immutable: boolean
  /** Whether the bytes are compressed with Brotli. */
  brotli: boolean
}

/**
 * The file behind a path of the page; null when there is none, or none that may be served. With `brotli` it
 * comes compressed where the build has left it so.
 */
export async function readPageFile(
  folder: string,
  pathname: string,
  { brotli }: { brotli: boolean },
): Promise<PageFile | null> {
  const path = pathWithin(folder, pathname === '/' ? '/index.html' : pathname)
  const mediaType = path === null ? undefined : mediaTypes[extname(path)]
  if (path === null || mediaType === undefined) return null
  const immutable = path.startsWith(join(resolve(folder), 'assets') + sep)
  const small = brotli && immutable ? await bytesOf(`${path}.br`) : null
  const bytes = small ?? (await bytesOf(path))
  return bytes && { bytes, mediaType, immutable, brotli: small !== null }
}

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path))
  } catch {
    return null
  }
}

/** The absolute path a URL's path names below `folder`; null when it leads out or is no path. */
export function pathWithin(folder: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (/[\0\\]/.test(decoded)) return null
  const root = resolve(folder)
  const path = resolve(root, `.${decoded.startsWith('/') ? '' : '/'}${decoded}`)
  return path.startsWith(root + sep) ? path : null
}
