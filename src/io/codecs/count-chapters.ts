// How many chapter marks a finished file has: no decoder's bindings tell.
import { closeSync, openSync, readSync } from 'node:fs'

/** So many bytes of a file from a place on; fewer at its end. */
type Read = (at: number, length: number) => Buffer

/** Headers hold a picture at the most. */
const mostHeaders = 64 * 1024 ** 2

/** By FFmpeg's name of the container; null for those whose marks nobody here reads. */
export function countChapters(path: string, container: string): number | null {
  if (container === 'wav' || container === 'w64') return 0
  const count = counters[container]
  if (!count) return null
  const file = openSync(path, 'r')
  try {
    return count((at, length) => {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, readSync(file, bytes, 0, length, at))
    })
  } finally {
    closeSync(file)
  }
}

const counters: Record<string, (read: Read) => number> = {
  mp3: countId3Chapters,
  flac: (read) => countNamed(flacComments(read)),
  ogg: (read) => countNamed(oggHeaders(read)),
}

/** CHAP frames of an ID3v2.3 or 2.4 tag (id3v2-chapters-1.0): heads are read, contents passed over. */
function countId3Chapters(read: Read): number {
  const tag = read(0, 10)
  const major = tag[3] ?? 0
  if (tag.toString('latin1', 0, 3) !== 'ID3' || major < 3) return 0
  const end = 10 + syncSafe(tag, 6)
  const sizeOf = (head: Buffer) => (major === 4 ? syncSafe(head, 4) : head.readUInt32BE(4))
  let at = 10
  if (((tag[5] ?? 0) & 0x40) !== 0) {
    const more = read(at, 4)
    if (more.length < 4) return 0
    at += major === 4 ? syncSafe(more, 0) : 4 + more.readUInt32BE(0)
  }
  let count = 0
  while (at + 10 <= end) {
    const head = read(at, 10)
    if (head.length < 10 || head[0] === 0) break
    if (head.toString('latin1', 0, 4) === 'CHAP') count += 1
    at += 10 + sizeOf(head)
  }
  return count
}

/** Four bytes of seven bits. */
const syncSafe = (bytes: Buffer, at: number): number =>
  [0, 1, 2, 3].reduce((sum, index) => sum * 128 + ((bytes[at + index] ?? 0) & 0x7f), 0)

/** Comments `CHAPTER000=…`, which FFmpeg takes out of the tags that it shows. */
const countNamed = (comments: Buffer): number =>
  comments.toString('latin1').match(/CHAPTER\d+=/gi)?.length ?? 0

/** The block of comments (RFC 9639 §8.6). */
function flacComments(read: Read): Buffer {
  for (let at = 4; ;) {
    const head = read(at, 4)
    if (head.length < 4) return head
    const kind = head.readUInt8(0)
    const length = head.readUIntBE(1, 3)
    if ((kind & 127) === 4) return read(at + 4, length)
    if (kind > 127) return Buffer.alloc(0)
    at += 4 + length
  }
}

/** What stands in the pages before the sound (RFC 3533 §6), whose time does not move. */
function oggHeaders(read: Read): Buffer {
  const bodies: Buffer[] = []
  for (let at = 0; at < mostHeaders;) {
    const head = read(at, 27)
    const isHeader = head.length === 27 && head.toString('latin1', 0, 4) === 'OggS'
    // A page that ends no packet tells no time: minus one.
    const time = isHeader ? head.readBigInt64LE(6) : 1n
    if (time > 0n) return Buffer.concat(bodies)
    const segments = read(at + 27, head.readUInt8(26))
    const length = segments.reduce((sum, size) => sum + size, 0)
    bodies.push(read(at + 27 + segments.length, length))
    at += 27 + segments.length + length
  }
  return Buffer.concat(bodies)
}
