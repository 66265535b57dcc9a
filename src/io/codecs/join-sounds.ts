// Sounds of one segment that were asked for apart, joined as if they were spoken in one breath.
import { findEdges } from '../../core/audio/edges.ts'
import { findExtremes } from '../../core/audio/extremes.ts'
import { joinSamples } from '../../core/audio/join-samples.ts'
import { int16FromFloat } from '../../core/audio/pcm.ts'
import { createResampler } from '../../core/audio/resample.ts'
import type { Sound } from './codec-engine.ts'

export type JoinPart = Sound | { pauseMs: number }

/** Between two parts where no pause was asked for: about a comma. */
const breathMs = 180
/** Kept of the silence that a voice puts around its sound. */
const edgeMs = 40

/** At the rate of the first sound. One sound alone stays as it came, to the sample. */
export function joinSounds(parts: readonly JoinPart[]): Sound {
  const sounds = parts.filter((part): part is Sound => 'samples' in part)
  const [first] = sounds
  if (!first || parts.length === 1)
    return first ?? { samples: new Int16Array(0), sampleRate: 24_000 }
  const { sampleRate } = first
  const inSamples = (ms: number) => Math.round((ms * sampleRate) / 1000)
  const pieces: Int16Array[] = []
  let silence = 0
  let isFirst = true
  for (const part of parts) {
    if ('pauseMs' in part) {
      silence += inSamples(part.pauseMs)
      continue
    }
    if (!isFirst && silence === 0) silence = inSamples(breathMs)
    pieces.push(new Int16Array(silence), trimmed(atRate(part, sampleRate), sampleRate))
    silence = 0
    isFirst = false
  }
  pieces.push(new Int16Array(silence))
  return { samples: joinSamples(pieces), sampleRate }
}

function atRate({ samples, sampleRate }: Sound, wanted: number): Int16Array {
  if (sampleRate === wanted) return samples
  const resampled = createResampler(sampleRate, wanted)(samples, 0, samples.length, 1)
  return int16FromFloat(resampled)
}

function trimmed(samples: Int16Array, sampleRate: number): Int16Array {
  const extremes = findExtremes(samples, sampleRate)
  const { soundStart, soundEnd } = findEdges(extremes, samples.length, sampleRate)
  if (soundEnd <= soundStart) return samples.subarray(0, 0)
  const edge = Math.round((edgeMs * sampleRate) / 1000)
  return samples.subarray(Math.max(0, soundStart - edge), soundEnd + edge)
}
