// FLAC by FFmpeg, without a muxer: takes are decoded in one packet.
import { invariant } from '../../../core/base/invariant.ts'
import {
  AV_PKT_DATA_NEW_EXTRADATA,
  AV_SAMPLE_FMT_S16,
  Codec,
  CodecContext,
  FF_DECODER_FLAC,
  FF_ENCODER_FLAC,
  FFmpegError,
  Frame,
  Packet,
} from './av.ts'
import type { Sound } from '../codec-engine.ts'
import { flacLength } from '../flac-file.ts'
import { openEncoder } from './encoder.ts'
import { createPacketEncoder, type NativeEncoder } from './packet-encoder.ts'

/** Opens the encoder for 16-bit mono samples, lossless; `config` is the STREAMINFO of them all. */
export function openFlac(sampleRate: number, blockSamples: number): NativeEncoder {
  const sound = { sampleRate, sampleFormat: AV_SAMPLE_FMT_S16 }
  const context = openEncoder(FF_ENCODER_FLAC, sound, (encoder) => {
    encoder.frameSize = blockSamples
  })
  let info = Uint8Array.from(context.extraData ?? [])
  const encoder = createPacketEncoder(context, {
    sound,
    frameSamples: blockSamples,
    onPacket(packet) {
      // The last packet has no data, only the STREAMINFO that knows length and MD5.
      const final = packet.getSideData(AV_PKT_DATA_NEW_EXTRADATA)
      if (final) info = Uint8Array.from(final)
    },
  })
  return {
    add: encoder.add,
    end() {
      const packets = encoder.end()
      invariant(info.length === 34, 'STREAMINFO has 34 bytes')
      return { ...packets, config: info, frameSamples: blockSamples, primingSamples: 0 }
    },
    free: encoder.free,
  }
}

/** As CodecEngine says. */
export function decodeFlac(file: Uint8Array): Sound | null {
  const told = flacLength(file)
  if (told === null) return null
  const codec = Codec.findDecoderByName(FF_DECODER_FLAC)
  invariant(codec, 'FFmpeg has a FLAC decoder')
  const context = new CodecContext()
  context.allocContext3(codec)
  const samples = new Int16Array(told.samples)
  const bytes = Buffer.from(samples.buffer)
  const packet = new Packet()
  packet.alloc()
  const frame = new Frame()
  frame.alloc()
  let at = 0
  const drain = (): boolean => {
    while (context.receiveFrameSync(frame) >= 0) {
      const block = frame.toBuffer()
      if (at + block.length > bytes.length) return false
      at += block.copy(bytes, at)
      frame.unref()
    }
    return true
  }
  try {
    FFmpegError.throwIfError(context.open2Sync(codec, null), 'open flac')
    // The decoder reads header and frames one after the other out of a single packet.
    packet.data = Buffer.from(file.buffer, file.byteOffset, file.length)
    if (context.sendPacketSync(packet) < 0 || !drain()) return null
    context.sendPacketSync(null)
    if (!drain() || at !== bytes.length) return null
    return { samples, sampleRate: told.sampleRate }
  } finally {
    frame.free()
    packet.free()
    context.freeContext()
  }
}
