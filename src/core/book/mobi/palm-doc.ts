// PalmDOC's compression: letters, pairs that repeat what came before, and a space with a letter.

/** A record that unpacks to more is none. */
export const maxRecordBytes = 64 * 1024

/** What cannot be unpacked is left out; never more than a record may hold. */
export function unpackPalmDoc(packed: Uint8Array): Uint8Array {
  const out = new Uint8Array(maxRecordBytes)
  let size = 0
  for (let at = 0; at < packed.length && size < maxRecordBytes - 8;) {
    const byte = packed[at] as number
    at += 1
    if (byte >= 0xc0) {
      out[size] = 0x20
      out[size + 1] = byte ^ 0x80
      size += 2
    } else if (byte >= 0x80) {
      const pair = (byte << 8) | (packed[at] ?? 0)
      at += 1
      const distance = (pair >> 3) & 0x7ff
      const length = Math.min((pair & 7) + 3, maxRecordBytes - size)
      if (distance === 0 || distance > size) continue
      for (let step = 0; step < length; step++, size++) out[size] = out[size - distance] ?? 0
    } else if (byte >= 1 && byte <= 8) {
      const some = packed.subarray(at, at + byte)
      out.set(some, size)
      size += some.length
      at += byte
    } else {
      out[size] = byte
      size += 1
    }
  }
  return out.slice(0, size)
}
