// Makes a file name that every system takes out of whatever the page sent.

/** Longest name in UTF-8 bytes; file systems allow 255, and `.part` or a number may follow. */
const maxBytes = 200

/** No folder, no control character, nothing a file system refuses; `book` when nothing is left. */
export function safeFileName(raw: string): string {
  const base = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const cleaned = base
    // eslint-disable-next-line no-control-regex -- they are what must go
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '')
    .trim()
  const name = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(cleaned) ? `_${cleaned}` : cleaned
  return name === '' ? 'book' : shorten(name)
}

/** Cuts the stem, not the ending, and never inside a character. */
function shorten(name: string): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  const stem = Array.from(name.slice(0, name.length - ending.length))
  while (bytes(stem.join('')) + bytes(ending) > maxBytes) stem.pop()
  return stem.join('') + ending
}
