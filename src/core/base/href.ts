// References between files of a book: to a name in its archive, or to nothing. Never outside it, never the network.

export type Target = { path: string; fragment: string | null }

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The folder of a path, with its final slash; empty at the top. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/**
 * Resolves `href` as written in the file at `base`. Null for another address, and for a path that leads
 * out of the archive; percent signs are decoded before that is looked at.
 */
export function resolveHref(base: string, href: string): Target | null {
  const trimmed = href.trim()
  if (trimmed === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(trimmed)) return null
  const hash = trimmed.indexOf('#')
  const address = hash < 0 ? trimmed : trimmed.slice(0, hash)
  const fragment = hash < 0 ? null : decoded(trimmed.slice(hash + 1)) || null
  const relative = decoded(address.replace(/\?.*$/s, '')).replaceAll('\\', '/')
  if (relative === '') return { path: base, fragment }
  const whole = relative.startsWith('/') ? relative.slice(1) : folderOf(base) + relative
  const segments: string[] = []
  for (const segment of whole.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return null
  }
  return { path: segments.join('/').normalize('NFC'), fragment }
}
