// The two tracks of an M4B: AAC packets, and chapter titles as a QuickTime text track.
import {
  box,
  bytes,
  fullBox,
  isLong,
  join,
  type Part,
  u16,
  u32,
  u32Table,
  u64,
  utf8,
  zeros,
} from './bytes.ts'
import type { PacketLayout } from './packet-layout.ts'
import { chunkOffsets, type ChunkPlan, sampleSizes } from './m4b-sample-tables.ts'

export const audioTrackId = 1
export const chapterTrackId = 2

/** Ticks of every clock in the file are samples: chapter marks are exact. */
export type TrackTiming = {
  sampleRate: number
  /** Length of what is presented, in samples. */
  samples: number
  /** ISO 639-2 language, three letters. */
  language: string
}

export type AudioTrack = TrackTiming & {
  /** MPEG-4 AudioSpecificConfig, as the encoder wrote it. */
  config: Uint8Array
  frameSamples: number
  primingSamples: number
  packets: PacketLayout
  /** The table of their sizes: large, and the same wherever the packets lie. */
  sizeTable: Part
  chunks: ChunkPlan
}

export type ChapterTrack = TrackTiming & {
  /** Length of each chapter in samples, none of them 0. */
  durations: number[]
  textSizes: Uint32Array
  chunks: ChunkPlan
}

const unityMatrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)

/** Creation and change (left at zero, so that equal books give equal files), then what follows. */
const timed = (
  type: string,
  flags: number,
  long: boolean,
  middle: Part,
  duration: number,
  rest: Part,
) =>
  fullBox(
    type,
    long ? 1 : 0,
    flags,
    zeros(long ? 16 : 8),
    middle,
    long ? u64(duration) : u32(duration),
    rest,
  )

export const movieHeader = (sampleRate: number, samples: number): Part =>
  timed('mvhd', 0, isLong(samples), u32(sampleRate), samples, [
    u32(0x10000),
    u16(0x100),
    zeros(10),
    unityMatrix,
    zeros(24),
    u32(chapterTrackId + 1),
  ])

const trackHeader = (id: number, enabled: boolean, samples: number, volume: number): Part =>
  timed('tkhd', enabled ? 7 : 2, isLong(samples), [u32(id), zeros(4)], samples, [
    zeros(8),
    u16(0, 0, volume, 0),
    unityMatrix,
    zeros(8),
  ])

function mediaHeader({ sampleRate, language }: TrackTiming, duration: number): Part {
  const packed = [...language].reduce((sum, letter) => sum * 32 + letter.charCodeAt(0) - 0x60, 0)
  return timed('mdhd', 0, isLong(duration), u32(sampleRate), duration, u16(packed, 0))
}

const handler = (type: string, name: string): Part =>
  fullBox('hdlr', 0, 0, zeros(4), utf8(type), zeros(12), utf8(name), zeros(1))

const dataInformation = box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1)))

/** An edit that presents `samples` from `mediaTime` on: this is how priming is skipped. */
function editList(samples: number, mediaTime: number): Part {
  const long = isLong(samples)
  const times = long ? u64(samples, mediaTime) : u32(samples, mediaTime)
  return box('edts', fullBox('elst', long ? 1 : 0, 0, u32(1), times, u16(1, 0)))
}

/** A descriptor of ISO 14496-1, its length in four bytes. */
function descriptor(tag: number, ...contents: readonly Part[]): Part {
  const body = join(...contents)
  const length = [21, 14, 7].map((shift) => 0x80 | ((body.length >> shift) & 0x7f))
  return [bytes(tag, ...length, body.length & 0x7f), body]
}

function audioDescription(track: AudioTrack): Part {
  const { packets, frameSamples, sampleRate } = track
  const perSecond = sampleRate / frameSamples
  const average = Math.round((packets.bytes * 8 * perSecond) / packets.sizes.length)
  const most = Math.round(packets.largest * 8 * perSecond)
  const decoder = descriptor(
    0x04,
    // MPEG-4 audio, audio stream, no buffer asked for.
    bytes(0x40, 0x15, 0, 0, 0),
    u32(most, average),
    descriptor(0x05, track.config),
  )
  const elementary = descriptor(0x03, u16(0), bytes(0), decoder, descriptor(0x06, bytes(2)))
  return box(
    'mp4a',
    zeros(6),
    u16(1),
    zeros(8),
    u16(1, 16, 0, 0),
    u32(sampleRate * 0x10000),
    fullBox('esds', 0, 0, elementary),
  )
}

/** The audio track. `mdat` begins with the chapter titles; packets follow. */
export function audioTrack(track: AudioTrack): Part {
  const count = track.packets.sizes.length
  return box(
    'trak',
    trackHeader(audioTrackId, true, track.samples, 0x100),
    editList(track.samples, track.primingSamples),
    box('tref', box('chap', u32(chapterTrackId))),
    box(
      'mdia',
      mediaHeader(track, count * track.frameSamples),
      handler('soun', 'SoundHandler'),
      box(
        'minf',
        fullBox('smhd', 0, 0, zeros(4)),
        dataInformation,
        box(
          'stbl',
          fullBox('stsd', 0, 0, u32(1), audioDescription(track)),
          fullBox('stts', 0, 0, u32(1, count, track.frameSamples)),
          track.sizeTable,
          chunkOffsets(track.chunks),
          // Every packet needs the one before it: players that jump decode one more and drop it.
          fullBox('sgpd', 1, 0, utf8('roll'), u32(2, 1), u16(0xffff)),
          fullBox('sbgp', 0, 0, utf8('roll'), u32(1, count, 1)),
        ),
      ),
    ),
  )
}

/** The track that is not played, whose samples name the chapters. */
export function chapterTrack(track: ChapterTrack): Part {
  const times = u32Table(track.durations.flatMap((duration) => [1, duration]))
  const description = box(
    'text',
    zeros(6),
    u16(1),
    u32(0, 1),
    // Background, text box, reserved, font and face, foreground, empty font name: never drawn.
    zeros(6 + 8 + 8 + 7 + 6 + 1),
  )
  return box(
    'trak',
    trackHeader(chapterTrackId, false, track.samples, 0),
    editList(track.samples, 0),
    box(
      'mdia',
      mediaHeader(track, track.samples),
      handler('text', 'ChapterHandler'),
      box(
        'minf',
        box(
          'gmhd',
          fullBox('gmin', 0, 0, u16(0x40, 0x8000, 0x8000, 0x8000, 0, 0)),
          box('text', unityMatrix),
        ),
        dataInformation,
        box(
          'stbl',
          fullBox('stsd', 0, 0, u32(1), description),
          fullBox('stts', 0, 0, u32(track.durations.length), times),
          sampleSizes(track.textSizes),
          chunkOffsets(track.chunks),
        ),
      ),
    ),
  )
}
