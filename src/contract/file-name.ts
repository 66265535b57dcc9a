// File names that every system takes: doors clean what comes from a page by it, exports name their files.

/** Longest name in UTF-8 bytes; file systems allow 255, and `.part` or a number may follow. */
const maxBytes = 200

/** No folder, no control character, nothing a file system refuses; `book` when nothing is left. */
export function safeFileName(raw: string): string {
  const base = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = cleaned(base)
  return name === '' ? 'book' : shorten(name)
}

/** A file name of words that may hold anything, slashes too: a title is no path, and may be dots alone. */
export const fileNameOf = (words: string, ending: string): string =>
  shorten(`${cleaned(flat(words)) || 'book'}.${ending}`)

/** The name of a folder, of words that may hold anything. */
export const folderNameOf = (words: string): string => safeFileName(flat(words))

const flat = (words: string): string => words.normalize('NFC').replaceAll(/[/\\]/g, '_')

function cleaned(base: string): string {
  const plain = base
    // eslint-disable-next-line no-control-regex -- they are what must go
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_')
    // They break lines, or turn letters around so that an ending is read as another.
    .replace(/[\u0080-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
    .trim()
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain
}

/** Cuts the stem, not the ending, never inside a character, and leaves no dot or space at the cut. */
function shorten(name: string): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  const stem = Array.from(name.slice(0, name.length - ending.length))
  if (bytes(name) <= maxBytes) return name
  while (bytes(stem.join('')) + bytes(ending) > maxBytes) stem.pop()
  return stem.join('').replace(/[. ]+$/, '') + ending
}
