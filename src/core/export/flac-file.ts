// A FLAC of pieces that were encoded alone: one stream, with chapters, cover and a seek table (RFC 9639 §8).
import { join, type Part, u16, u32, u64 } from './bytes.ts'
import { chapterMarks, type FileLayout, type FileToLayOut, type Piece } from './file-layout.ts'
import { playableCover } from './file-tags.ts'
import { codedLength, renumberedFrame } from './flac-frames.ts'
import { pictureBlock, vorbisComments } from './vorbis-comments.ts'

const magic = Uint8Array.of(0x66, 0x4c, 0x61, 0x43)
const kinds = { info: 0, seekTable: 3, comments: 4, picture: 6 }
/** A block's length has 24 bits. */
const mostBlockBytes = 0xff_ffff
const secondsBetweenSeekPoints = 10

export function layOutFlac({ pieces, chapters, tags, cover }: FileToLayOut): FileLayout {
  const sampleRate = pieces[0]?.sampleRate ?? 0
  const numbering = numberingOf(pieces)
  const frames = framesOf(pieces, numbering)
  const marks = chapterMarks({ pieces, chapters }, ({ samples }) => samples)
  const picture = playableCover(cover)
  const pictureBytes = picture && pictureBlock(picture)
  const blocks: [number, Uint8Array][] = [
    [kinds.info, streamInfo(pieces, frames)],
    [kinds.seekTable, seekTable(frames.points)],
    [kinds.comments, vorbisComments(tags, { marks, sampleRate })],
    ...(pictureBytes && pictureBytes.length <= mostBlockBytes
      ? ([[kinds.picture, pictureBytes]] as [number, Uint8Array][])
      : []),
  ]
  const head = join(
    magic,
    blocks.map(([kind, bytes], index): Part => {
      const isLast = index === blocks.length - 1
      return [u32((kind + (isLast ? 0x80 : 0)) * 0x100_0000 + bytes.length), bytes]
    }),
  )
  let firstSample = 0
  const copies = pieces.map((piece, index) => {
    const from = firstSample
    firstSample += piece.samples
    const length = frames.bytes[index] as number
    return {
      piece: index,
      length,
      turn: (packets: Uint8Array) => turned(piece, packets, from, numbering),
    }
  })
  return {
    head,
    copies,
    bytes: head.length + frames.bytes.reduce((sum, bytes) => sum + bytes, 0),
    durationSeconds: frames.samples / sampleRate,
  }
}

/** How frames are told apart: how many samples make their number one higher. */
type Numbering = { isCounted: boolean; samplesOfOne: number }

/**
 * Counted where only the last block of all may be shorter. Many decoders know numbers below 2³¹ only:
 * counts that are, for any book, while first samples pass it after 25 hours at 24 kHz.
 */
function numberingOf(pieces: readonly Piece[]): Numbering {
  const block = pieces[0]?.frameSamples ?? 1
  const isCounted = pieces.every(
    ({ frameSamples, samples }, index) =>
      frameSamples === block && (samples % block === 0 || index === pieces.length - 1),
  )
  return { isCounted, samplesOfOne: isCounted ? block : 1 }
}

function* turned(
  piece: Piece,
  packets: Uint8Array,
  from: number,
  { isCounted, samplesOfOne }: Numbering,
): Generator<Uint8Array> {
  let at = 0
  for (const [index, size] of piece.sizes.entries()) {
    const place = (from + index * piece.frameSamples) / samplesOfOne
    yield renumberedFrame(packets.subarray(at, at + size), place, isCounted)
    at += size
  }
}

type SeekPoint = { sample: number; offset: number; samples: number }
type Frames = {
  samples: number
  /** Of each piece, renumbered. */
  bytes: number[]
  smallest: number
  largest: number
  points: SeekPoint[]
}

/** How long each frame becomes, and where some of them lie. */
function framesOf(pieces: readonly Piece[], { samplesOfOne }: Numbering): Frames {
  const frames: Frames = { samples: 0, bytes: [], smallest: Infinity, largest: 0, points: [] }
  let offset = 0
  let nextPoint = 0
  for (const { sizes, samples, sampleRate, frameSamples } of pieces) {
    const start = offset
    for (const [index, size] of sizes.entries()) {
      const before = index * frameSamples
      const sample = frames.samples + before
      const bytes = size - codedLength(index) + codedLength(sample / samplesOfOne)
      if (sample >= nextPoint) {
        frames.points.push({ sample, offset, samples: Math.min(frameSamples, samples - before) })
        nextPoint = sample + secondsBetweenSeekPoints * sampleRate
      }
      frames.smallest = Math.min(frames.smallest, bytes)
      frames.largest = Math.max(frames.largest, bytes)
      offset += bytes
    }
    frames.samples += samples
    frames.bytes.push(offset - start)
  }
  return frames
}

const seekTable = (points: readonly SeekPoint[]): Uint8Array =>
  join(points.map(({ sample, offset, samples }) => [u64(sample, offset), u16(samples)]))

/**
 * Smallest and largest block and frame, rate, channels and depth as they were, the length of all, and no
 * MD5: nobody has heard the whole.
 */
function streamInfo(pieces: readonly Piece[], frames: Frames): Uint8Array {
  const info = new Uint8Array(34)
  info.set(pieces[0]?.config ?? [])
  const view = new DataView(info.buffer)
  const largestBlock = Math.max(...pieces.map(({ frameSamples }) => frameSamples))
  // The last block of a stream does not count as its smallest, those of the other pieces do.
  const lasts = pieces.slice(0, -1).map(({ samples, frameSamples }) => samples % frameSamples)
  const smallestBlock = lasts.reduce(
    (least, rest) => (rest > 0 ? Math.min(least, rest) : least),
    largestBlock,
  )
  view.setUint16(0, Math.max(16, smallestBlock))
  view.setUint16(2, largestBlock)
  const threeBytes = (at: number, value: number) => {
    view.setUint8(at, value >>> 16)
    view.setUint16(at + 1, value & 0xffff)
  }
  threeBytes(4, frames.smallest)
  threeBytes(7, frames.largest)
  view.setUint8(13, (view.getUint8(13) & 0xf0) | Math.floor(frames.samples / 2 ** 32))
  view.setUint32(14, frames.samples >>> 0)
  info.fill(0, 18)
  return info
}
