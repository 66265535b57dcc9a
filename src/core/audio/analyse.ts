// Everything that is measured of a take, once, when it is kept.
import type { Analysis, Signs } from '../../contract/index.ts'
import { findEdges } from './edges.ts'
import { findExtremes, peakOfExtremes } from './extremes.ts'
import { integratedLoudness, measureEnergy } from './loudness.ts'
import { peaksOf } from './peaks.ts'
import { decibels, int16FromFloat } from './pcm.ts'
import { measureSigns } from './signs.ts'
import { findTruePeak } from './true-peak.ts'

/** Raised when the same sound would measure differently; older takes are then measured again. */
export const analysisVersion = 2

/** Measures mono samples at their own rate. Levels are in dB of full scale, rounded to 0.01. `known`: measured already. */
export function analyse(
  samples: Int16Array | Float32Array,
  sampleRate: number,
  known?: Signs,
): { analysis: Analysis; peaks: Uint8Array } {
  const integers = samples instanceof Int16Array ? samples : int16FromFloat(samples)
  const extremes = findExtremes(integers, sampleRate)
  const energy = measureEnergy(integers, sampleRate)
  const edges = findEdges(extremes, integers.length, sampleRate)
  const loudness = integratedLoudness(energy.steps)
  return {
    analysis: {
      loudnessLufs: loudness === null ? null : hundredths(loudness),
      rmsDb: hundredths(decibels(Math.sqrt(energy.meanSquare))),
      samplePeakDb: hundredths(decibels(peakOfExtremes(extremes) / 32_768)),
      truePeakDb: hundredths(decibels(findTruePeak(integers, extremes, sampleRate) / 32_768)),
      ...edges,
      signs: known ?? measureSigns(integers, extremes, edges, energy.mean, sampleRate),
    },
    peaks: peaksOf(extremes),
  }
}

const hundredths = (value: number): number => Math.round(value * 100) / 100
