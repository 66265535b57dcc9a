// A file's sound as measuring wants it: floats, a plane a channel, whatever FFmpeg decodes.
import type { SoundReader } from '../codec-engine.ts'
import { countChapters } from '../count-chapters.ts'
import {
  AV_CHANNEL_ORDER_NATIVE,
  AV_CHANNEL_ORDER_UNSPEC,
  AV_SAMPLE_FMT_FLTP,
  Frame,
  SoftwareResampleContext,
} from './av.ts'
import { type OpenedSound, readFrames } from './read-frames.ts'

/** As CodecEngine says. */
export function readSound(path: string, reader: SoundReader): boolean {
  const planes = createPlanes()
  let isOpened = false
  try {
    readFrames(path, {
      onOpen(sound) {
        isOpened = true
        reader.onOpen({
          codec: (sound.codec.name ?? '').replace(/float$/, ''),
          toldRate: Number(sound.stream.codecpar.bitRate),
          chapters: chaptersOf(path, sound),
        })
      },
      onPacket: reader.onPacket,
      onFrame: (frame) =>
        reader.onFrame({
          sampleRate: frame.sampleRate,
          channels: frame.channels,
          planes: () => planes.of(frame),
        }),
      onDamage() {
        reader.onDamage()
        return true
      },
    })
    return isOpened
  } finally {
    planes.free()
  }
}

function chaptersOf(path: string, { format }: OpenedSound): number | null {
  const names = format.iformat?.name ?? ''
  if (!names.includes('mp4')) return countChapters(path, names)
  // QuickTime's chapters are a track of text, one sample a chapter.
  const text = format.streams.find(({ codecpar }) => codecpar.codecTagString === 'text')
  return text ? Number(text.nbFrames) : 0
}

/** Any sample format → floats, a plane a channel, at the same rate and layout. */
function createPlanes() {
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
