// Measures a finished file as it is decoded, a frame at a time: memory does not grow with its length.
import { basename } from 'node:path'
import { statSync } from 'node:fs'
import type { SoundMeasure } from '../../contract/index.ts'
import { createSoundMeter, type SoundMeter } from '../../core/audio/sound-meter.ts'
import { fail } from '../../core/base/failure-error.ts'
import {
  AV_CHANNEL_ORDER_NATIVE,
  AV_CHANNEL_ORDER_UNSPEC,
  AV_SAMPLE_FMT_FLTP,
  Frame,
  SoftwareResampleContext,
} from './av.ts'
import { countChapters } from './count-chapters.ts'
import { readSound } from './read-sound.ts'

/**
 * What is damaged is passed over, as players do, and counted. Fails with `file-missing`,
 * `file-unreadable`, `file-empty`, and with `not-sound` where nothing can be decoded.
 */
export function measureSound(path: string): SoundMeasure {
  const bytes = sizeOf(path)
  const planes = createPlanes()
  const rate = createRateWatch()
  let meter: SoundMeter | null = null
  let about = {
    codec: '',
    sampleRate: 0,
    channels: 0,
    toldRate: 0,
    chapters: null as number | null,
  }
  let damaged = 0
  try {
    readSound(path, {
      onOpen(sound) {
        about.codec = (sound.codec.name ?? '').replace(/float$/, '')
        about.toldRate = Number(sound.stream.codecpar.bitRate)
        about.chapters = countChapters(path, sound)
      },
      onPacket: (packet) => rate.add(packet, about.codec),
      onFrame(frame) {
        const { sampleRate, channels } = frame
        if (!meter) {
          if (!isSane(sampleRate, channels)) return false
          about = { ...about, sampleRate, channels }
          meter = createSoundMeter(sampleRate, channels)
        }
        // Streams glued to one another may change on their way; what is measured is what began.
        const isSame = sampleRate === about.sampleRate && channels === about.channels
        if (isSame) meter.add(planes.of(frame))
        else damaged += 1
        return true
      },
      onDamage() {
        damaged += 1
        return true
      },
    })
  } finally {
    planes.free()
  }
  // TypeScript does not see that it is set above.
  const levels = (meter as SoundMeter | null)?.end()
  if (!levels || levels.durationSeconds === 0) throw fail('not-sound', { name: basename(path) })
  const { codec, sampleRate, channels, toldRate, chapters } = about
  const isConstantRate = codec === 'mp3' ? rate.isConstant() : null
  return {
    ...{ codec, bytes, sampleRate, channels, isConstantRate, chapters, damaged },
    bitRate:
      isConstantRate && toldRate > 0
        ? toldRate
        : Math.round((rate.bytes() * 8) / levels.durationSeconds),
    durationSeconds: levels.durationSeconds,
    loudnessLufs: levels.loudnessLufs === null ? null : hundredths(levels.loudnessLufs),
    rmsDb: hundredths(levels.rmsDb),
    samplePeakDb: hundredths(levels.samplePeakDb),
    truePeakDb: hundredths(levels.truePeakDb),
    floorDb: hundredths(levels.floorDb),
    headSeconds: thousandths(levels.headSeconds),
    tailSeconds: thousandths(levels.tailSeconds),
  }
}

/** A damaged head may tell anything; memory is taken by the second. */
export const isSane = (sampleRate: number, channels: number): boolean =>
  sampleRate >= 1000 && sampleRate <= 1_000_000 && channels >= 1 && channels <= 64

const hundredths = (value: number): number => Math.round(value * 100) / 100
const thousandths = (value: number): number => Math.round(value * 1000) / 1000

export function sizeOf(path: string): number {
  const name = basename(path)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw fail('file-missing', { name })
  if (!found.isFile()) throw fail('file-unreadable', { name }, 'not a file')
  if (found.size === 0) throw fail('file-empty', { name })
  return found.size
}

/** Bytes of all packets, and whether every frame of an MP3 tells the same rate in its head. */
function createRateWatch() {
  let sum = 0
  let first = -1
  let isConstant = true
  return {
    add(packet: Buffer, codec: string) {
      sum += packet.length
      if (codec !== 'mp3') return
      const index = (packet[2] ?? 0) >> 4
      if (first < 0) first = index
      else if (index !== first) isConstant = false
    },
    bytes: () => sum,
    isConstant: () => isConstant,
  }
}

/** Any sample format → floats, a plane a channel, at the same rate and layout. */
export function createPlanes() {
  let resampler: SoftwareResampleContext | null = null
  // One for all: what a loop without a pause lets go of is not freed before its end.
  const output = new Frame()
  output.alloc()
  const converted = (frame: Frame): Buffer => {
    const { sampleRate, channels } = frame
    // Channels without names are converted only under names, whichever.
    if (frame.channelLayout.order === AV_CHANNEL_ORDER_UNSPEC)
      frame.channelLayout = {
        nbChannels: channels,
        order: AV_CHANNEL_ORDER_NATIVE,
        mask: 2n ** BigInt(channels) - 1n,
      }
    const layout = frame.channelLayout
    const kind = frame.format as never
    if (!resampler) {
      resampler = new SoftwareResampleContext()
      resampler.allocSetOpts2(layout, AV_SAMPLE_FMT_FLTP, sampleRate, layout, kind, sampleRate)
      resampler.init()
    }
    output.sampleRate = sampleRate
    output.channelLayout = layout
    output.format = AV_SAMPLE_FMT_FLTP
    const done = resampler.convertFrame(output, frame)
    const bytes = done < 0 || output.nbSamples === 0 ? Buffer.alloc(0) : output.toBuffer()
    output.unref()
    return bytes
  }
  return {
    of(frame: Frame): Float32Array[] {
      const bytes = frame.format === AV_SAMPLE_FMT_FLTP ? frame.toBuffer() : converted(frame)
      // A float begins at a multiple of its size; a buffer need not.
      const { buffer, byteOffset, length } = byteOffsetIsWhole(bytes) ? bytes : Buffer.from(bytes)
      const count = length / 4 / frame.channels
      return Array.from(
        { length: frame.channels },
        (_, channel) => new Float32Array(buffer, byteOffset + channel * count * 4, count),
      )
    },
    free() {
      resampler?.free()
      output.free()
    },
  }
}

const byteOffsetIsWhole = ({ byteOffset }: Buffer): boolean => byteOffset % 4 === 0
