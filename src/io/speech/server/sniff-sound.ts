// What a server really sent, by its first bytes. The content type is never asked: it is often wrong.

/** Also the ending of the file's name. */
export type SoundKind = 'wav' | 'flac' | 'ogg' | 'mp3' | 'aac'

/** So many bytes are enough to tell: two frames of the longest MP3. */
export const sniffBytes = 4096

/** Null when it is none of these. `head` is the beginning, or all of a shorter answer. */
export function sniffSound(head: Uint8Array): SoundKind | null {
  const word = (at: number, length: number) =>
    String.fromCharCode(...head.subarray(at, at + length))
  if ((word(0, 4) === 'RIFF' || word(0, 4) === 'RF64') && word(8, 4) === 'WAVE') return 'wav'
  if (word(0, 4) === 'fLaC') return 'flac'
  if (word(0, 4) === 'OggS') return 'ogg'
  if (word(0, 3) === 'ID3') return 'mp3'
  if (isRow(head, adtsLength)) return 'aac'
  if (isRow(head, mp3Length)) return 'mp3'
  return null
}

/** Whether a frame begins where the last one ends: one alone may be samples that look like it. */
function isRow(head: Uint8Array, lengthAt: (head: Uint8Array, at: number) => number): boolean {
  const first = lengthAt(head, 0)
  if (first === 0) return false
  return first + 4 > head.length || lengthAt(head, first) > 0
}

/** The length of an ADTS frame at a place; 0 when there is none. */
function adtsLength(head: Uint8Array, at: number): number {
  const [sync = 0, more = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = head.subarray(
    at,
    at + 6,
  )
  // Layer 0 tells it from MP3; index 13 and above are no rates.
  if (sync !== 0xff || (more & 0xf6) !== 0xf0 || ((third >> 2) & 15) > 12) return 0
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5)
  return length >= 7 ? length : 0
}

const mpeg1Layer3 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const mpeg2Layer3 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const mpeg1Rates = [44_100, 48_000, 32_000]

/** The length of a frame of MPEG layer III at a place; 0 when there is none. */
function mp3Length(head: Uint8Array, at: number): number {
  const [sync = 0, more = 0, third = 0] = head.subarray(at, at + 3)
  const version = (more >> 3) & 3
  // 1 is no version; layer III is written as 1.
  if (sync !== 0xff || (more & 0xe0) !== 0xe0 || version === 1 || ((more >> 1) & 3) !== 1) return 0
  const isMpeg1 = version === 3
  const kilobits = (isMpeg1 ? mpeg1Layer3 : mpeg2Layer3)[third >> 4]
  const rate = mpeg1Rates[(third >> 2) & 3]
  if (!kilobits || rate === undefined) return 0
  const sampleRate = isMpeg1 ? rate : version === 2 ? rate / 2 : rate / 4
  return Math.floor(((isMpeg1 ? 144 : 72) * kilobits * 1000) / sampleRate) + ((third >> 1) & 1)
}
