// What every encoder of ours needs: a mono context that is open, and frames of sound for it.
import { invariant } from '../../../core/base/invariant.ts'
import {
  AV_CHANNEL_LAYOUT_MONO,
  type AVSampleFormat,
  Codec,
  CodecContext,
  type FFEncoderCodec,
  FFmpegError,
  Frame,
  Rational,
} from './av.ts'

/** What an encoder is given. */
export type SampleFormat = { sampleRate: number; sampleFormat: AVSampleFormat }

/** Opens an encoder for mono sound; `set` makes its own settings first. The caller frees the context. */
export function openEncoder(
  name: FFEncoderCodec,
  { sampleRate, sampleFormat }: SampleFormat,
  set: (context: CodecContext) => void,
): CodecContext {
  const codec = Codec.findEncoderByName(name)
  invariant(codec, `FFmpeg has the encoder ${name}`)
  const context = new CodecContext()
  context.allocContext3(codec)
  context.sampleRate = sampleRate
  context.channelLayout = AV_CHANNEL_LAYOUT_MONO
  context.sampleFormat = sampleFormat
  context.timeBase = new Rational(1, sampleRate)
  set(context)
  FFmpegError.throwIfError(context.open2Sync(codec, null), `open ${name}`)
  return context
}

/** A frame of `count` samples that begins at sample `at`. The caller frees it. */
export const frameOf = (
  bytes: Buffer,
  count: number,
  { sampleRate, sampleFormat }: SampleFormat,
  at: number,
): Frame =>
  Frame.fromAudioBuffer(bytes, {
    nbSamples: count,
    format: sampleFormat,
    sampleRate,
    channelLayout: AV_CHANNEL_LAYOUT_MONO,
    timeBase: { num: 1, den: sampleRate },
    pts: BigInt(at),
  })
