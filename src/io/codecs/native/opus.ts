// Opus, tuned for voices.
import { invariant } from '../../../core/base/invariant.ts'
import { AV_SAMPLE_FMT_S16, FF_ENCODER_LIBOPUS, FFmpegError } from './av.ts'
import { openEncoder } from './encoder.ts'
import { createPacketEncoder, type NativeEncoder } from './packet-encoder.ts'

/** `config` is the OpusHead (RFC 7845 §5.1); it tells the priming at 48 kHz, here it is at `sampleRate`. */
export function openOpus(sampleRate: number, bitRate: number): NativeEncoder {
  const sound = { sampleRate, sampleFormat: AV_SAMPLE_FMT_S16 }
  const context = openEncoder(FF_ENCODER_LIBOPUS, sound, (encoder) => {
    encoder.bitRate = BigInt(bitRate)
    FFmpegError.throwIfError(encoder.setOption('application', 'voip'), 'application')
  })
  const config = Uint8Array.from(context.extraData ?? [])
  invariant(config.length >= 19, 'an OpusHead has 19 bytes')
  const preSkip = new DataView(config.buffer).getUint16(10, true)
  const primingSamples = Math.round((preSkip * sampleRate) / 48_000)
  const { frameSize: frameSamples } = context
  const encoder = createPacketEncoder(context, { sound, frameSamples })
  return {
    add: encoder.add,
    end: () => ({ ...encoder.end(), config, frameSamples, primingSamples }),
    free: encoder.free,
  }
}
