// Big-endian bytes and MP4 boxes: the letters that m4b and fragments are written in.

/** Anything that becomes bytes; lists are laid end to end. */
export type Part = Uint8Array | readonly Part[]

const encoder = new TextEncoder()

export const utf8 = (text: string): Uint8Array => encoder.encode(text)
export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
export const zeros = (length: number): Uint8Array => new Uint8Array(length)

export const u16 = (...values: number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value >>> 8, value]))
export const u32 = (...values: number[]): Uint8Array => u32Table(values)

/** For tables that are too long to be arguments: a book has a million packets. */
export function u32Table(values: ArrayLike<number>): Uint8Array {
  const table = new Uint8Array(values.length * 4)
  for (let index = 0, at = 0; index < values.length; index++, at += 4) {
    const value = values[index] as number
    table[at] = value >>> 24
    table[at + 1] = value >>> 16
    table[at + 2] = value >>> 8
    table[at + 3] = value
  }
  return table
}

/** Whole numbers below 2^53. */
export const u64Table = (values: ArrayLike<number>): Uint8Array =>
  u32Table(Array.from(values, (value) => [Math.floor(value / 2 ** 32), value]).flat())
export const u64 = (...values: number[]): Uint8Array => u64Table(values)

export function lengthOf(part: Part): number {
  if (part instanceof Uint8Array) return part.length
  let length = 0
  for (const inner of part) length += lengthOf(inner)
  return length
}

/** One copy of all parts, end to end. */
export function join(...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(lengthOf(parts))
  let at = 0
  const lay = (part: Part) => {
    if (part instanceof Uint8Array) {
      whole.set(part, at)
      at += part.length
    } else for (const inner of part) lay(inner)
  }
  lay(parts)
  return whole
}

/** A box of ISO 14496-12: length, four letters (`©` is one byte of Latin-1), contents. */
export function box(type: string, ...contents: readonly Part[]): Part {
  const letters = Uint8Array.from(type, (letter) => letter.charCodeAt(0))
  return [u32(8 + lengthOf(contents)), letters, contents]
}

/** A box with version and flags. */
export const fullBox = (
  type: string,
  version: number,
  flags: number,
  ...contents: readonly Part[]
): Part => box(type, u32(version * 0x1000000 + flags), contents)

/** Whether a count of ticks needs the 64-bit version of a box. */
export const isLong = (ticks: number): boolean => ticks > 0xffffffff

/** Text in at most `limit` bytes of UTF-8, cut between characters. */
export function utf8Within(text: string, limit: number): Uint8Array {
  const whole = utf8(text)
  if (whole.length <= limit) return whole
  let end = limit
  // A byte 10xxxxxx continues a character: step back to where one begins.
  while (end > 0 && ((whole[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return whole.subarray(0, end)
}
