// Kindle's other compression: codes of 1 to 32 bits, each a phrase, which may be packed itself.
import { joinBytes } from '../../base/join-bytes.ts'
import { MarkupLimitError } from '../markup.ts'
import { lettersAt, longAt, shortAt } from './palm-database.ts'
import { maxRecordBytes } from './palm-doc.ts'

type Phrase = { bytes: Uint8Array; isPlain: boolean }
type Code = { length: number; isWhole: boolean; last: number }

const maxPhrases = 1_000_000
const maxDepth = 20

export type Unpack = (packed: Uint8Array) => Uint8Array

/** `codes` is the first record, `dictionaries` the ones after it. Null where they are none. */
export function createHuff(codes: Uint8Array, dictionaries: readonly Uint8Array[]): Unpack | null {
  if (lettersAt(codes, 0, 4) !== 'HUFF') return null
  const shortCodes = readShortCodes(codes, longAt(codes, 8))
  const { first, last } = readLongCodes(codes, longAt(codes, 12))
  const phrases = dictionaries.flatMap(phrasesOf)
  if (phrases.length === 0 || phrases.length > maxPhrases) return null

  const phraseOf = (index: number, depth: number): Uint8Array => {
    const phrase = phrases[index]
    if (!phrase) return new Uint8Array(0)
    if (!phrase.isPlain) {
      // A phrase that is made of itself ends here.
      const packed = phrase.bytes
      phrase.isPlain = true
      phrase.bytes = new Uint8Array(0)
      phrase.bytes = unpack(packed, depth + 1)
    }
    return phrase.bytes
  }

  const unpack = (packed: Uint8Array, depth: number): Uint8Array => {
    if (depth > maxDepth) throw new MarkupLimitError('nesting')
    const parts: Uint8Array[] = []
    let size = 0
    const bits = packed.length * 8
    for (let bit = 0; bit < bits;) {
      const code = codeAt(packed, bit)
      const known = shortCodes[code >>> 24] as Code
      let { length } = known
      let end = known.last
      if (!known.isWhole) {
        while (length < 32 && code < (first[length] ?? 0)) length += 1
        end = last[length] ?? 0
      }
      bit += Math.max(1, length)
      if (bit > bits) break
      const index = Math.floor((end - code) / 2 ** (32 - length))
      const bytes = phraseOf(index, depth)
      size += bytes.length
      if (size > maxRecordBytes) throw new MarkupLimitError('unpacked size')
      parts.push(bytes)
    }
    return joinBytes(parts)
  }
  return (packed) => unpack(packed, 0)
}

/** The 32 bits from a bit on; zeros after the end. */
function codeAt(bytes: Uint8Array, bit: number): number {
  const at = bit >> 3
  const shift = bit & 7
  const high = longAt(bytes, at)
  if (shift === 0) return high
  return ((high << shift) | ((bytes[at + 4] ?? 0) >> (8 - shift))) >>> 0
}

/** The last code of a length, with ones after it. */
const lastCode = (code: number, length: number): number => (code + 1) * 2 ** (32 - length) - 1

const readShortCodes = (codes: Uint8Array, at: number): Code[] =>
  Array.from({ length: 256 }, (_, index) => {
    const value = longAt(codes, at + index * 4)
    const length = value & 0x1f
    return { length, isWhole: (value & 0x80) !== 0, last: lastCode(value >>> 8, length) }
  })

function readLongCodes(codes: Uint8Array, at: number): { first: number[]; last: number[] } {
  const first = [0]
  const last = [0]
  for (let length = 1; length <= 32; length++) {
    const place = at + (length - 1) * 8
    first.push(longAt(codes, place) * 2 ** (32 - length))
    last.push(lastCode(longAt(codes, place + 4), length))
  }
  return { first, last }
}

function phrasesOf(dictionary: Uint8Array): Phrase[] {
  if (lettersAt(dictionary, 0, 4) !== 'CDIC') return []
  const bits = Math.min(20, longAt(dictionary, 12))
  const count = Math.min(2 ** bits, longAt(dictionary, 8), (dictionary.length - 16) >> 1)
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const at = 16 + shortAt(dictionary, 16 + index * 2)
    const length = shortAt(dictionary, at)
    const bytes = dictionary.slice(at + 2, at + 2 + (length & 0x7fff))
    return { bytes, isPlain: (length & 0x8000) !== 0 }
  })
}
