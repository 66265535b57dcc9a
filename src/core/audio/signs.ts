// The signs by which a take that went wrong is known. Measured here; judged in core/speech.
import type { Signs } from '../../contract/index.ts'
import { windowStart, type Extremes } from './extremes.ts'
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

/**
 * Measures mono samples at their own rate; `edges` are where their sound begins and ends, `offset` is
 * their mean (1 is full scale).
 */
export function measureSigns(
  samples: Int16Array,
  extremes: Extremes,
  edges: { soundStart: number; soundEnd: number },
  offset: number,
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
  const loudest = loudSwing(extremes)
  const silences = findSilences(extremes, edges, sampleRate, loudest)
  const loud = decibels(loudest / 32_768)
  const level = (seconds: number) =>
    levelDb(samples, Math.max(soundStart, soundEnd - Math.round(seconds * sampleRate)), soundEnd)
  const pitch = medianPitch(samples, extremes, sampleRate, loudest)
  return {
    soundSeconds: thousandths((soundEnd - soundStart) / sampleRate),
    leadingSeconds: thousandths(soundStart / sampleRate),
    trailingSeconds: thousandths((samples.length - soundEnd) / sampleRate),
    silentSeconds: thousandths(silences.silentSeconds),
    longestSilenceSeconds: thousandths(silences.longestSilenceSeconds),
    loudDb: thousandths(loud),
    tailDb: thousandths(level(tailSeconds) - loud),
    endDb: thousandths(level(endSeconds) - loud),
    clippedShare: clippedShare(samples, extremes, sampleRate),
    offset,
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
function clippedShare(samples: Int16Array, extremes: Extremes, sampleRate: number): number {
  const { low, high } = extremes
  let top = 0
  let bottom = 0
  for (let window = 0; window < low.length; window++) {
    top = Math.max(top, high[window] as number)
    bottom = Math.min(bottom, low[window] as number)
  }
  const from = top >= lowestTop ? top - 1 : Infinity
  const to = bottom <= -lowestTop ? bottom + 1 : -Infinity
  let clipped = 0
  let run = 0
  const endRun = () => {
    if (run >= clippedRun) clipped += run
    run = 0
  }
  for (let window = 0; window < low.length; window++) {
    // Most windows end here: nothing in them reaches so far.
    if ((high[window] as number) < from && (low[window] as number) > to) {
      endRun()
      continue
    }
    const end = Math.min(samples.length, windowStart(window + 1, sampleRate))
    for (let i = windowStart(window, sampleRate); i < end; i++) {
      const value = samples[i] as number
      if (value >= from || value <= to) run += 1
      else endRun()
    }
  }
  endRun()
  return clipped / Math.max(1, samples.length)
}
