// FLAC frames of streams that were encoded alone, renumbered so that they are one stream (RFC 9639 §9.1).
import { invariant } from '../base/invariant.ts'
import { flacFrameChecksum, flacHeaderChecksum } from './checksums.ts'

/** How a number is written in a frame's header: as UTF-8 would, with up to seven bytes. */
export function codedNumber(value: number): Uint8Array {
  if (value < 0x80) return Uint8Array.of(value)
  const length = codedLength(value)
  const bytes = new Uint8Array(length)
  let rest = value
  for (let at = length - 1; at > 0; at--) {
    bytes[at] = 0x80 | (rest % 64)
    rest = Math.floor(rest / 64)
  }
  bytes[0] = ((0xff << (8 - length)) & 0xff) | rest
  return bytes
}

/** Bytes of a coded number. */
export function codedLength(value: number): number {
  if (value < 0x80) return 1
  for (let length = 2; length < 7; length++) if (value < 2 ** (5 * length + 1)) return length
  return 7
}

/**
 * The frame as one of another stream. Where all blocks are of one size frames are counted, else they are
 * numbered by their first sample.
 */
export function renumberedFrame(frame: Uint8Array, place: number, isCounted: boolean): Uint8Array {
  invariant(frame[0] === 0xff && ((frame[1] as number) & 0xfe) === 0xf8, 'a FLAC frame begins so')
  const first = frame[4] as number
  const oldLength = first < 0x80 ? 1 : Math.clz32(~first << 24)
  // Between number and checksum a header may tell an odd block size or rate in one or two bytes each.
  const sizeCode = (frame[2] as number) >> 4
  const rateCode = (frame[2] as number) & 15
  const told =
    (sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0) + (rateCode === 12 ? 1 : rateCode > 12 ? 2 : 0)
  const number = codedNumber(place)
  const bodyAt = 4 + oldLength + told + 1
  const headLength = 4 + number.length + told + 1
  const turned = new Uint8Array(headLength + frame.length - bodyAt)
  turned.set(frame.subarray(0, 4))
  turned[1] = isCounted ? 0xf8 : 0xf9
  turned.set(number, 4)
  turned.set(frame.subarray(4 + oldLength, 4 + oldLength + told), 4 + number.length)
  turned[headLength - 1] = flacHeaderChecksum(turned, 0, headLength - 1)
  turned.set(frame.subarray(bodyAt), headLength)
  const checksum = flacFrameChecksum(turned, 0, turned.length - 2)
  turned[turned.length - 2] = checksum >> 8
  turned[turned.length - 1] = checksum & 0xff
  return turned
}
