// The silent first frame of an MP3 that tells its length: Xing's table and LAME's delays.
import { join, u16, u32, utf8 } from './bytes.ts'

/** In kbit/s, by the index in a frame's header: MPEG-1 and MPEG-2, layer III. */
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const sampleRates = [44_100, 48_000, 32_000]

export type Mp3Facts = {
  sampleRate: number
  /** Samples of a frame: 1,152 in MPEG-1, 576 in MPEG-2. */
  frameSamples: number
  /** Of every frame behind this one, in bytes. */
  sizes: readonly Uint32Array[]
  /** What the encoder has put in front and behind, in samples. */
  delay: number
  padding: number
  /** Of a rate that varies, as LAME counts it: 0 to 9, the best first; null for a constant one. */
  quality: number | null
}

const tagBytes = 156
const headerBytes = 4

/** Mono, without checksum; long enough to hold the tag, whatever the rate of the others. */
export function mp3InfoFrame(facts: Mp3Facts): Uint8Array {
  const isVariable = facts.quality !== null
  const isFirst = facts.frameSamples === 1152
  const rates = isFirst ? rates1 : rates2
  // MPEG-2 halves the rates, MPEG-2.5 quarters them.
  const factor = isFirst ? 1 : facts.sampleRate >= 16_000 ? 2 : 4
  const rateIndex = sampleRates.indexOf(facts.sampleRate * factor)
  const sideBytes = isFirst ? 17 : 9
  const bytesAt = (kilobits: number) =>
    Math.floor((facts.frameSamples / 8) * ((kilobits * 1000) / facts.sampleRate))
  const wanted = headerBytes + sideBytes + tagBytes
  const bitIndex = rates.findIndex((kilobits) => kilobits > 0 && bytesAt(kilobits) >= wanted)
  const version = factor === 1 ? 3 : factor === 2 ? 2 : 0
  const header = Uint8Array.of(
    0xff,
    0xe0 | (version << 3) | (1 << 1) | 1,
    (bitIndex << 4) | (rateIndex << 2),
    0b1100_0000,
  )
  const info = new Uint8Array(bytesAt(rates[bitIndex] as number))
  info.set(header)
  const frames = facts.sizes.reduce((sum, { length }) => sum + length, 0)
  let bytes = info.length
  for (const sizes of facts.sizes) for (const size of sizes) bytes += size
  const tag = join(
    utf8(isVariable ? 'Xing' : 'Info'),
    // Frames, bytes, table and quality are told.
    u32(15, frames, bytes),
    seekTable(facts.sizes, info.length, bytes, frames),
    // In hundredths; the last digit is how hard LAME searched, which is 3 where nothing is said.
    u32(facts.quality === null ? 0 : 97 - 10 * facts.quality),
    utf8('LAME3.100'),
    // Revision and method: 1 is a constant rate, 4 a quality.
    Uint8Array.of(isVariable ? 4 : 1, 0),
    new Uint8Array(8),
    Uint8Array.of(0, 0),
    u32(((facts.delay << 12) | facts.padding) << 8).subarray(0, 3),
    new Uint8Array(4),
    u32(bytes),
    u16(0),
  )
  const at = headerBytes + sideBytes
  info.set(tag, at)
  info.set(u16(lameChecksum(info, at + tag.length)), at + tag.length)
  return info
}

/** Where each hundredth of the time lies, in 256ths of the bytes. */
function seekTable(
  sizes: readonly Uint32Array[],
  before: number,
  bytes: number,
  frames: number,
): Uint8Array {
  const table = new Uint8Array(100)
  let at = before
  let frame = 0
  let entry = 0
  for (const list of sizes)
    for (const size of list) {
      while (entry < 100 && frame >= (entry * frames) / 100)
        table[entry++] = Math.min(255, Math.floor((at * 256) / bytes))
      at += size
      frame += 1
    }
  return table
}

/** CRC-16 with the polynomial 0x8005, from the lowest bit, as LAME makes it. */
function lameChecksum(bytes: Uint8Array, end: number): number {
  let value = 0
  for (let at = 0; at < end; at++) {
    value ^= bytes[at] as number
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xa001 : value >>> 1
  }
  return value
}
