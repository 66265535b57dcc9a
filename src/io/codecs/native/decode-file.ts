// Sound in any format that FFmpeg knows → 16-bit mono at its own rate. For answers that are no WAV.
import { invariant } from '../../../core/base/invariant.ts'
import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_CHANNEL_LAYOUT_STEREO,
  AV_SAMPLE_FMT_S16,
  Frame,
  SoftwareResampleContext,
} from './av.ts'
import type { Sound } from '../codec-engine.ts'
import { readFrames } from './read-frames.ts'

/** Null when the file holds no sound that can be decoded to its end. */
export function decodeFile(path: string): Sound | null {
  const chunks: Buffer[] = []
  const toMono = createMixer()
  let sampleRate = 0
  try {
    const isWhole = readFrames(path, {
      onFrame(frame) {
        sampleRate = frame.sampleRate
        const mixed = toMono.mix(frame)
        if (mixed) chunks.push(mixed)
        return mixed !== null
      },
      onDamage: () => false,
    })
    const rest = isWhole ? toMono.rest() : null
    if (!rest) return null
    chunks.push(rest)
    const whole = Buffer.concat(chunks)
    const samples = new Int16Array(whole.length / 2)
    Buffer.from(samples.buffer).set(whole)
    return { samples, sampleRate }
  } finally {
    toMono.free()
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
