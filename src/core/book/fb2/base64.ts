// Base64 as it comes, in pieces cut anywhere: what is decoded never stands in memory as text.
import { joinBytes } from '../../base/join-bytes.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Int8Array(128).fill(-1)
for (let value = 0; value < 64; value++) values[alphabet.charCodeAt(value)] = value

export type Base64 = {
  /** False when there is more than allowed: nothing is kept then. */
  push(text: string): boolean
  bytes(): Uint8Array
}

/** Signs that are none of it are passed over. */
export function createBase64(maxBytes: number): Base64 {
  let chunks: Uint8Array[] = []
  let size = 0
  let bits = 0
  let held = 0
  let isFull = false
  return {
    push(text) {
      if (isFull) return false
      const chunk = new Uint8Array(Math.ceil((text.length * 3) / 4) + 3)
      let at = 0
      for (let index = 0; index < text.length; index++) {
        const value = values[text.charCodeAt(index)] ?? -1
        if (value < 0) continue
        bits = ((bits << 6) | value) & 0xffffff
        held += 6
        if (held >= 8) {
          held -= 8
          chunk[at] = (bits >> held) & 0xff
          at += 1
        }
      }
      size += at
      if (at > 0) chunks.push(chunk.slice(0, at))
      if (size <= maxBytes) return true
      isFull = true
      chunks = []
      return false
    },
    // Nothing of what is too large.
    bytes: () => joinBytes(chunks),
  }
}
