// AAC by FFmpeg's own encoder: constant quality, fast search (numbers in docs of the settings below).
import { invariant } from '../../../core/base/invariant.ts'
import {
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_CODEC_FLAG_QSCALE,
  AV_SAMPLE_FMT_FLTP,
  FF_ENCODER_AAC,
  FF_QP2LAMBDA,
  FFmpegError,
} from './av.ts'
import { openEncoder } from './encoder.ts'
import { createPacketEncoder, type NativeEncoder } from './packet-encoder.ts'

/** Samples in one AAC packet. */
const aacFrameSamples = 1024
/** What the native encoder puts in front. */
const aacPrimingSamples = 1024

/**
 * Constant quality instead of a constant rate. The encoder scales the bits of a frame by it, so that
 * at 1.07 speech averages what `bitRate` says. The rate loop that is left out costs half of the time
 * and overshoots by a quarter: 64 kbit/s asked for are 79 kbit/s with it at 20 CPU s an hour, and
 * 63 kbit/s without it at 10 CPU s, with less error than the loop makes of the same bytes.
 */
const quality = 1.07

/** Opens the encoder; it wants a multiple of the frame, and gives one packet more than frames (priming). */
export function openAac(sampleRate: number, bitRate: number): NativeEncoder {
  const sound = { sampleRate, sampleFormat: AV_SAMPLE_FMT_FLTP }
  const context = openEncoder(FF_ENCODER_AAC, sound, (encoder) => {
    encoder.bitRate = BigInt(bitRate)
    encoder.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER)
    encoder.setFlags(AV_CODEC_FLAG_QSCALE)
    encoder.globalQuality = Math.round(quality * FF_QP2LAMBDA)
    // Never as a dictionary to open2Sync: it is freed twice.
    FFmpegError.throwIfError(encoder.setOption('aac_coder', 'fast'), 'aac_coder')
  })
  const config = Uint8Array.from(context.extraData ?? [])
  const encoder = createPacketEncoder(context, { sound, frameSamples: aacFrameSamples })
  let samples = 0
  return {
    add(more) {
      samples += more.length
      encoder.add(more)
    },
    end() {
      invariant(samples % aacFrameSamples === 0, 'AAC is encoded in whole frames')
      const packets = encoder.end()
      invariant(
        samples === 0 || packets.sizes.length === samples / aacFrameSamples + 1,
        'AAC has a packet a frame and one for its priming',
      )
      return {
        ...packets,
        ...{ config, frameSamples: aacFrameSamples, primingSamples: aacPrimingSamples },
      }
    },
    free: encoder.free,
  }
}
