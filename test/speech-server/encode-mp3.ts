// MP3 by the project's codec library: what servers send that do not heed the format asked for.
import { FF_ENCODER_LIBMP3LAME } from 'node-av/constants'
import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_SAMPLE_FMT_FLTP,
  Codec,
  CodecContext,
  FFmpegError,
  Frame,
  Packet,
  Rational,
} from '../../src/io/codecs/native/av.ts'
import { floatFromInt16 } from '../../src/core/audio/pcm.ts'
import type { Sound } from './tone.ts'

/** At 64 kbit/s; the frames end to end, without tags, which is a whole file. */
export function encodeMp3({ samples, sampleRate }: Sound): Buffer {
  const codec = Codec.findEncoderByName(FF_ENCODER_LIBMP3LAME)
  if (!codec) throw new Error('FFmpeg has an MP3 encoder')
  const context = new CodecContext()
  context.allocContext3(codec)
  context.sampleRate = sampleRate
  context.channelLayout = AV_CHANNEL_LAYOUT_MONO
  context.sampleFormat = AV_SAMPLE_FMT_FLTP
  context.timeBase = new Rational(1, sampleRate)
  context.bitRate = 64_000n
  FFmpegError.throwIfError(context.open2Sync(codec, null), 'open mp3')
  const floats = floatFromInt16(samples)
  const packets: Buffer[] = []
  const packet = new Packet()
  packet.alloc()
  const drain = () => {
    while (context.receivePacketSync(packet) >= 0) {
      if (packet.data) packets.push(Buffer.from(packet.data))
      packet.unref()
    }
  }
  try {
    const block = context.frameSize
    for (let at = 0; at < floats.length; at += block) {
      const count = Math.min(block, floats.length - at)
      const frame = Frame.fromAudioBuffer(Buffer.from(floats.buffer, at * 4, count * 4), {
        nbSamples: count,
        format: AV_SAMPLE_FMT_FLTP,
        sampleRate,
        channelLayout: AV_CHANNEL_LAYOUT_MONO,
        timeBase: { num: 1, den: sampleRate },
        pts: BigInt(at),
      })
      const sent = context.sendFrameSync(frame)
      frame.free()
      FFmpegError.throwIfError(sent, 'encode mp3')
      drain()
    }
    FFmpegError.throwIfError(context.sendFrameSync(null), 'end mp3')
    drain()
    return Buffer.concat(packets)
  } finally {
    packet.free()
    context.freeContext()
  }
}
