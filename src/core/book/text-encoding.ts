// Which encoding a text is in: byte order mark, NUL pattern, declaration, strict UTF-8, then a guess.
import { westernEncoding } from './single-byte.ts'

export type Encoding = {
  /** A WHATWG label. */
  label: string
  /** Whether nothing but the bytes' frequencies speaks for it. */
  guessed: boolean
}

/** Wrong sequences among right ones: a few broken bytes do not make a UTF-8 file something else. */
const tolerated = 1 / 10
/** Below this the guess is no better than the commonest encoding. */
const trusted = 0.2
const fallback = 'windows-1252'
const guessBytes = 64 * 1024
/** Names of the guesser that are no WHATWG labels. */
const aliases: Record<string, string> = { macroman: 'macintosh', maccyrillic: 'x-mac-cyrillic' }

/** By byte order mark or by where the NUL bytes stand; null when neither tells. */
export function unicodeEncoding(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const half = length / 2
  // Spaces and line ends alone give every script some of them.
  if (odd > half * 0.08 && even < odd * 0.2) return 'utf-16le'
  if (even > half * 0.08 && odd < even * 0.2) return 'utf-16be'
  return null
}

export type Utf8Census = { multibyte: number; wrong: number }

/** Counts right and wrong multi-byte sequences; a sequence cut off at the end counts as neither. */
export function countUtf8(bytes: Uint8Array): Utf8Census {
  let multibyte = 0
  let wrong = 0
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] as number
    if (lead < 0x80) {
      at += 1
      continue
    }
    const more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0
    let right = more > 0 && lead < 0xf5
    let length = 1
    while (right && length <= more) {
      const next = bytes[at + length]
      if (next === undefined) return { multibyte, wrong }
      if ((next & 0xc0) !== 0x80) right = false
      else length += 1
    }
    if (right) multibyte += 1
    else wrong += 1
    at += right ? length : 1
  }
  return { multibyte, wrong }
}

const canDecode = (label: string): string | null => {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/** What an XML declaration or a `<meta>` says, in the first bytes. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  const xml = /^[\s\u00ef\u00bb\u00bf]*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)
  const meta = /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)
  const label = xml?.[1] ?? meta?.[1]
  const known = label ? canDecode(label) : null
  // Bytes that could be read to find this are not UTF-16.
  return known?.startsWith('utf-16') ? 'utf-8' : known
}

/** The encoding of a text by a sample of it, the whole where it is small. */
export async function detectEncoding(sample: Uint8Array): Promise<Encoding> {
  const unicode = unicodeEncoding(sample)
  if (unicode) return { label: unicode, guessed: false }
  const { multibyte, wrong } = countUtf8(sample)
  const isUtf8 = wrong <= multibyte * tolerated
  if (isUtf8 && multibyte > 0) return { label: 'utf-8', guessed: false }
  const declared = declaredEncoding(sample)
  if (declared && (declared !== 'utf-8' || isUtf8)) return { label: declared, guessed: false }
  if (isUtf8 && !hasShift(sample)) return { label: 'utf-8', guessed: false }
  const { detect } = await import('jschardet')
  const part = telling(sample)
  const found = detect(part)
  const name = found.encoding && found.confidence >= trusted ? found.encoding : fallback
  const label = canDecode(aliases[name.toLowerCase()] ?? name) ?? fallback
  return { label: westernEncoding(part, label), guessed: true }
}

/** ISO-2022-JP is ASCII with escapes. */
const hasShift = (sample: Uint8Array): boolean => {
  for (let at = sample.indexOf(0x1b); at >= 0; at = sample.indexOf(0x1b, at + 1))
    if (sample[at + 1] === 0x24 || sample[at + 1] === 0x28) return true
  return false
}

/** The part of a sample that a guess is made from: around the first bytes that are not ASCII. */
function telling(sample: Uint8Array): Uint8Array {
  if (sample.length <= guessBytes) return sample
  const first = sample.findIndex((byte) => byte >= 0x80)
  const from = Math.max(0, Math.min(first, sample.length - guessBytes))
  return sample.subarray(from, from + guessBytes)
}

export type TextStream = {
  decode(chunk: Uint8Array): string
  end(): string
  /** Bytes or sequences that could not be read so far. */
  readonly replaced: number
}

/** Decodes chunk by chunk; sequences may be cut anywhere. One U+FFFD for each error. */
export function createTextStream(label: string): TextStream {
  const decoder = new TextDecoder(label)
  let replaced = 0
  const count = (text: string): string => {
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1))
      replaced += 1
    return text
  }
  return {
    decode: (chunk) => count(decoder.decode(chunk, { stream: true })),
    end: () => count(decoder.decode()),
    get replaced() {
      return replaced
    },
  }
}
