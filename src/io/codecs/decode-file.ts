// Sound in any format that FFmpeg knows → 16-bit mono at its own rate. For answers that are no WAV.
import { invariant } from '../../core/base/invariant.ts'
import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_CHANNEL_LAYOUT_STEREO,
  AV_SAMPLE_FMT_S16,
  AVMEDIA_TYPE_AUDIO,
  Codec,
  CodecContext,
  FormatContext,
  Frame,
  Packet,
  SoftwareResampleContext,
} from './av.ts'

export type Sound = { samples: Int16Array; sampleRate: number }

/** Null when the file holds no sound that can be decoded to its end. */
export function decodeFile(path: string): Sound | null {
  const format = new FormatContext()
  // By path, never by buffer: that leaks (facts/audio.md §1.4).
  if (format.openInputSync(path, null, null) < 0) return null
  const packet = new Packet()
  const frame = new Frame()
  packet.alloc()
  frame.alloc()
  const chunks: Buffer[] = []
  let context: CodecContext | null = null
  const toMono = createMixer()
  try {
    if (format.findStreamInfoSync(null) < 0) return null
    const index = format.findBestStream(AVMEDIA_TYPE_AUDIO)
    const stream = index < 0 ? undefined : format.streams[index]
    const codec = stream && Codec.findDecoder(stream.codecpar.codecId)
    if (!stream || !codec) return null
    context = new CodecContext()
    context.allocContext3(codec)
    context.parametersToContext(stream.codecpar)
    // The decoder drops an encoder's priming by what the container says, counted in this time base.
    context.pktTimebase = stream.timeBase
    if (context.open2Sync(codec, null) < 0) return null
    const decoder = context
    const drain = (): boolean => {
      while (decoder.receiveFrameSync(frame) >= 0) {
        const mixed = toMono.mix(frame)
        frame.unref()
        if (!mixed) return false
        chunks.push(mixed)
      }
      return true
    }
    while (format.readFrameSync(packet) >= 0) {
      const ours = packet.streamIndex === index
      const sent = ours ? decoder.sendPacketSync(packet) : 0
      packet.unref()
      if (sent < 0) return null
      if (ours && !drain()) return null
    }
    decoder.sendPacketSync(null)
    const rest = drain() ? toMono.rest() : null
    if (!rest) return null
    chunks.push(rest)
    const whole = Buffer.concat(chunks)
    const samples = new Int16Array(whole.length / 2)
    Buffer.from(samples.buffer).set(whole)
    return { samples, sampleRate: decoder.sampleRate }
  } finally {
    toMono.free()
    context?.freeContext()
    frame.free()
    packet.free()
    format.closeInputSync()
  }
}

/** Any layout and sample format → 16-bit mono, at the same rate. */
function createMixer() {
  let resampler: SoftwareResampleContext | null = null
  let sampleRate = 0
  const convert = (frame: Frame | null): Buffer | null => {
    if (!resampler) return Buffer.alloc(0)
    const output = new Frame()
    output.alloc()
    output.sampleRate = sampleRate
    output.channelLayout = AV_CHANNEL_LAYOUT_MONO
    output.format = AV_SAMPLE_FMT_S16
    const done = resampler.convertFrame(output, frame)
    const bytes = output.nbSamples === 0 ? Buffer.alloc(0) : output.toBuffer()
    output.free()
    return done < 0 ? null : bytes
  }
  return {
    mix(frame: Frame): Buffer | null {
      const { channelLayout, format } = frame
      // Two nameless channels are left and right; without names FFmpeg does not mix them.
      if (channelLayout.nbChannels === 2) frame.channelLayout = AV_CHANNEL_LAYOUT_STEREO
      if (!resampler) {
        sampleRate = frame.sampleRate
        resampler = new SoftwareResampleContext()
        invariant(typeof format === 'number', 'a decoded frame has a format')
        resampler.allocSetOpts2(
          AV_CHANNEL_LAYOUT_MONO,
          AV_SAMPLE_FMT_S16,
          sampleRate,
          frame.channelLayout,
          format as never,
          sampleRate,
        )
        resampler.init()
      }
      return convert(frame)
    },
    rest: () => convert(null),
    free: () => resampler?.free(),
  }
}
