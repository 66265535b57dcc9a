// The checksums that FLAC frames and Ogg pages carry, bit by bit from the highest, by table.

type Checksum = (bytes: Uint8Array, from?: number, to?: number) => number

function createChecksum(width: 8 | 16 | 32, polynomial: number): Checksum {
  const top = 2 ** (width - 1)
  const mask = width === 32 ? 0xffff_ffff : 2 ** width - 1
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = (byte << (width - 8)) >>> 0
    for (let bit = 0; bit < 8; bit++)
      value = ((value & top ? (value << 1) ^ polynomial : value << 1) & mask) >>> 0
    return value
  })
  const shift = width - 8
  return (bytes, from = 0, to = bytes.length) => {
    let value = 0
    for (let at = from; at < to; at++)
      value =
        (((value << 8) & mask) ^
          (table[((value >>> shift) ^ (bytes[at] as number)) & 0xff] as number)) >>>
        0
    return value
  }
}

/** Of a FLAC frame's header (RFC 9639 §9.1.8). */
export const flacHeaderChecksum = createChecksum(8, 0x07)
/** Of a whole FLAC frame (RFC 9639 §9.3). */
export const flacFrameChecksum = createChecksum(16, 0x8005)
/** Of an Ogg page whose own checksum is 0 (RFC 3533 §6). */
export const oggChecksum = createChecksum(32, 0x04c1_1db7)
