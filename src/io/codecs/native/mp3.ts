// MP3 by LAME: at a constant rate, which shops ask for, or at a constant quality.
import {
  AV_CODEC_FLAG_QSCALE,
  AV_SAMPLE_FMT_S16P,
  FF_ENCODER_LIBMP3LAME,
  FF_QP2LAMBDA,
} from './av.ts'
import { openEncoder } from './encoder.ts'
import { createPacketEncoder, type NativeEncoder } from './packet-encoder.ts'

/** What LAME puts in front and every decoder adds (its filter bank), as the LAME tag counts them. */
const primingSamples = 576 + 529

/** `quality` (LAME's V0 to V9) instead of a rate makes the rate vary. */
export type Mp3Manner = { bitRate: number } | { quality: number }

export function openMp3(sampleRate: number, manner: Mp3Manner): NativeEncoder {
  const sound = { sampleRate, sampleFormat: AV_SAMPLE_FMT_S16P }
  const context = openEncoder(FF_ENCODER_LIBMP3LAME, sound, (encoder) => {
    if ('bitRate' in manner) {
      encoder.bitRate = BigInt(manner.bitRate)
      return
    }
    encoder.setFlags(AV_CODEC_FLAG_QSCALE)
    encoder.globalQuality = manner.quality * FF_QP2LAMBDA
  })
  const { frameSize: frameSamples } = context
  const encoder = createPacketEncoder(context, { sound, frameSamples })
  return {
    add: encoder.add,
    end: () => ({
      ...encoder.end(),
      ...{ config: new Uint8Array(0), frameSamples, primingSamples },
    }),
    free: encoder.free,
  }
}
