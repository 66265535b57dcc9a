// FLAC in fragmented MP4, one fragment: what a page appends to MediaSource (FLAC-in-ISOBMFF 0.0.4).
import { invariant } from '../base/invariant.ts'
import {
  box,
  bytes,
  fullBox,
  join,
  lengthOf,
  type Part,
  u16,
  u32,
  u32Table,
  u64,
  utf8,
  zeros,
} from './bytes.ts'

export type FlacTrack = {
  sampleRate: number
  /** The 34 bytes of STREAMINFO. */
  info: Uint8Array
  frames: readonly Uint8Array[]
  /** Samples in each frame but the last. */
  blockSamples: number
  /** Length of the whole. */
  samples: number
}

const unityMatrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
const trackId = 1

/** A whole file that plays from its first sample to its last: FLAC has no priming. */
export function flacFragment(track: FlacTrack): Uint8Array<ArrayBuffer> {
  const { frames, blockSamples, samples } = track
  invariant(Math.ceil(samples / blockSamples) === frames.length, 'frames hold the samples')
  const fileType = box('ftyp', utf8('iso6'), u32(0), utf8('iso6mp41'))
  const sizes = frames.map(({ length }) => length)
  const payload = sizes.reduce((sum, size) => sum + size, 0)
  const length = lengthOf(movieFragment(track, 0))
  return join(
    fileType,
    movie(track),
    // Data begin behind the fragment's index and the header of their own box.
    movieFragment(track, length + 8),
    u32(payload + 8),
    utf8('mdat'),
    frames,
  )
}

function movie({ sampleRate, info }: FlacTrack): Part {
  const description = box(
    'fLaC',
    zeros(6),
    u16(1),
    zeros(8),
    u16(1, 16, 0, 0),
    u32(sampleRate * 0x10000),
    fullBox('dfLa', 0, 0, bytes(0x80, 0, 0, info.length), info),
  )
  const media = box(
    'mdia',
    fullBox('mdhd', 0, 0, u32(0, 0, sampleRate, 0), u16(0x55c4, 0)),
    fullBox('hdlr', 0, 0, zeros(4), utf8('soun'), zeros(12), utf8('SoundHandler'), zeros(1)),
    box(
      'minf',
      fullBox('smhd', 0, 0, zeros(4)),
      box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1))),
      box(
        'stbl',
        fullBox('stsd', 0, 0, u32(1), description),
        fullBox('stts', 0, 0, u32(0)),
        fullBox('stsc', 0, 0, u32(0)),
        fullBox('stsz', 0, 0, u32(0, 0)),
        fullBox('stco', 0, 0, u32(0)),
      ),
    ),
  )
  return box(
    'moov',
    fullBox(
      'mvhd',
      0,
      0,
      u32(0, 0, sampleRate, 0, 0x10000),
      u16(0x100),
      zeros(10),
      unityMatrix,
      zeros(24),
      u32(2),
    ),
    box(
      'trak',
      fullBox(
        'tkhd',
        0,
        7,
        u32(0, 0, trackId, 0, 0),
        zeros(8),
        u16(0, 0, 0x100, 0),
        unityMatrix,
        zeros(8),
      ),
      media,
    ),
    box('mvex', fullBox('trex', 0, 0, u32(trackId, 1, 0, 0, 0))),
  )
}

function movieFragment({ frames, blockSamples, samples }: FlacTrack, dataOffset: number): Part {
  const table = frames.flatMap(({ length }, index) => [
    Math.min(blockSamples, samples - index * blockSamples),
    length,
  ])
  // Flags: the offset, and each frame's duration and size.
  const run = fullBox('trun', 0, 0x301, u32(frames.length, dataOffset), u32Table(table))
  return box(
    'moof',
    fullBox('mfhd', 0, 0, u32(1)),
    box(
      'traf',
      // Flag: offsets count from this fragment.
      fullBox('tfhd', 0, 0x20000, u32(trackId)),
      fullBox('tfdt', 1, 0, u64(0)),
      run,
    ),
  )
}
