// The signs by which a take that went wrong is known. Measured here; judged in core/speech.
import type { Signs } from '../../contract/index.ts'
import type { Extremes } from './extremes.ts'
import { decibels } from './pcm.ts'
import { medianPitch } from './pitch.ts'
import { findRepetition } from './repetition.ts'
import { findSilences, loudSwing } from './silences.ts'
import { framesPerSecond, measureSpectrum } from './spectrum.ts'

/** The end that is looked at for a cut: what is spoken to its end has faded by then. */
const tailSeconds = 0.05
const endSeconds = 0.01
/** Samples in a row at the top or bottom: fewer are a crest, not clipping. */
const clippedRun = 3
/** A top below this part of full scale is a quiet take's, not a limit. */
const lowestTop = 0.25 * 32_768

/** Measures mono samples at their own rate; `edges` are where their sound begins and ends. */
export function measureSigns(
  samples: Int16Array,
  extremes: Extremes,
  edges: { soundStart: number; soundEnd: number },
  sampleRate: number,
): Signs {
  const { soundStart, soundEnd } = edges
  const spectrum = measureSpectrum(samples, sampleRate)
  const frameOf = (sample: number) =>
    Math.min(spectrum.frames, Math.floor((sample * framesPerSecond) / sampleRate))
  const { repetition, repetitionLagSeconds } = findRepetition(
    spectrum.bands,
    frameOf(soundStart),
    frameOf(soundEnd),
  )
  const { silentSeconds, longestSilenceSeconds } = findSilences(extremes, edges, sampleRate)
  const loud = decibels(loudSwing(extremes) / 32_768)
  const level = (seconds: number) =>
    levelDb(samples, Math.max(soundStart, soundEnd - Math.round(seconds * sampleRate)), soundEnd)
  const pitch = medianPitch(samples, extremes, sampleRate)
  return {
    soundSeconds: thousandths((soundEnd - soundStart) / sampleRate),
    leadingSeconds: thousandths(soundStart / sampleRate),
    trailingSeconds: thousandths((samples.length - soundEnd) / sampleRate),
    silentSeconds: thousandths(silentSeconds),
    longestSilenceSeconds: thousandths(longestSilenceSeconds),
    loudDb: thousandths(loud),
    tailDb: thousandths(level(tailSeconds) - loud),
    endDb: thousandths(level(endSeconds) - loud),
    clippedShare: clippedShare(samples, extremes),
    offset: meanOf(samples) / 32_768,
    flatness: thousandths(spectrum.flatness),
    repetition: thousandths(repetition),
    repetitionLagSeconds: thousandths(repetitionLagSeconds),
    pitchHz: pitch === null ? null : thousandths(pitch),
    centroidHz: Math.round(spectrum.centroidHz),
  }
}

const thousandths = (value: number): number => Math.round(value * 1000) / 1000

/** Root mean square of a stretch in dB of full scale, without its offset. */
function levelDb(samples: Int16Array, from: number, to: number): number {
  let sum = 0
  let squares = 0
  for (let i = from; i < to; i++) {
    const value = samples[i] as number
    sum += value
    squares += value * value
  }
  const count = Math.max(1, to - from)
  return decibels(Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)) / 32_768)
}

/** Share of samples in runs at the take's own top or bottom, so that turning down hides nothing. */
function clippedShare(samples: Int16Array, extremes: Extremes): number {
  let top = 0
  let bottom = 0
  for (let window = 0; window < extremes.low.length; window++) {
    top = Math.max(top, extremes.high[window] as number)
    bottom = Math.min(bottom, extremes.low[window] as number)
  }
  const isHigh = top >= lowestTop
  const isLow = bottom <= -lowestTop
  if (!isHigh && !isLow) return 0
  let clipped = 0
  let run = 0
  for (let i = 0; i <= samples.length; i++) {
    const value = samples[i] ?? 0
    if ((isHigh && value >= top - 1) || (isLow && value <= bottom + 1)) {
      run += 1
      continue
    }
    if (run >= clippedRun) clipped += run
    run = 0
  }
  return clipped / Math.max(1, samples.length)
}

function meanOf(samples: Int16Array): number {
  let sum = 0
  for (let i = 0; i < samples.length; i++) sum += samples[i] as number
  return samples.length > 0 ? sum / samples.length : 0
}
