// Names of zip entries: decoded, and judged before anything is looked up by them. Nothing is written by them.

export type EntryName =
  | { kind: 'file'; name: string }
  /** A folder, or a name that no book uses: passed over. */
  | { kind: 'ignored' }
  /** A name that leads out of the archive. */
  | { kind: 'escape'; raw: string }

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8 whether flagged or not, as all EPUB tools write; bytes that are none as Latin-1. */
function decodeName(raw: Uint8Array): string {
  try {
    return strict.decode(raw)
  } catch {
    return Buffer.from(raw).toString('latin1')
  }
}

export function entryName(raw: Uint8Array): EntryName {
  const name = decodeName(raw).replaceAll('\\', '/').normalize('NFC')
  const segments = name.split('/')
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || segments.includes('..'))
    return { kind: 'escape', raw: name.slice(0, 200) }
  const unusable =
    name === '' ||
    name.length > 1024 ||
    name.endsWith('/') ||
    /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(name)
  return unusable
    ? { kind: 'ignored' }
    : { kind: 'file', name: segments.filter((s) => s !== '.').join('/') }
}
