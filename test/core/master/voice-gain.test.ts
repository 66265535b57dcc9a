import { describe, expect, test } from 'vitest'
import { soundPresets } from '../../../src/contract/index.ts'
import { analyse } from '../../../src/core/audio/analyse.ts'
import {
  calibrationPassage,
  voiceGain,
  voiceLoudness,
} from '../../../src/core/master/voice-gain.ts'
import { sine } from '../audio/signals.ts'

const loudnessOf = (samples: Int16Array) => voiceLoudness(analyse(samples, 22_050).analysis)
const gainOf = (amplitude: number, target: number | null = -19) =>
  voiceGain(
    { loudness: loudnessOf(sine(997, amplitude, 3, 22_050)), peaks: [] },
    { loudnessLufs: target, compression: null },
  ).gainDb

describe("a voice's gain", () => {
  test('brings it to the wanted loudness, in steps of a tenth', () => {
    expect(gainOf(0.1)).toBe(4)
    expect(gainOf(0.1, -16)).toBe(7)
    expect(gainOf(0.1, null)).toBe(0)
    expect(gainOf(0.5)).toBe(-10)
  })

  test('is limited to 20 dB, and none where there was no sound', () => {
    expect(gainOf(0.002)).toBe(20)
    expect(loudnessOf(new Int16Array(22_050))).toBeNull()
    const silent = voiceGain({ loudness: null, peaks: [] }, soundPresets.audible)
    expect(silent).toEqual({ gainDb: 0, makeUpDb: 0 })
  })

  test('makes up for what a compressor takes away, by the peaks of the passage', () => {
    const sound = { loudnessLufs: -19, compression: { ratio: 2, thresholdDb: -20 } }
    const peaks = Array.from({ length: 500 }, () => 64)
    expect(voiceGain({ loudness: -19, peaks }, sound).makeUpDb).toBeCloseTo(7, 0)
    expect(voiceGain({ loudness: -13, peaks }, sound).makeUpDb).toBeCloseTo(4, 0)
    // Not known any more: as voices mostly are.
    expect(voiceGain({ loudness: -19, peaks: [] }, sound).makeUpDb).toBeGreaterThan(3)
    const off = { ...sound, compression: null }
    expect(voiceGain({ loudness: -19, peaks }, off)).toEqual({ gainDb: 0, makeUpDb: 0 })
  })

  test('is measured on a passage in the language of the voice, else in English', () => {
    expect(calibrationPassage('de-AT')).toContain('Morgen')
    expect(calibrationPassage('xx')).toBe(calibrationPassage('en'))
    for (const language of ['en', 'de', 'fr', 'es'])
      expect(calibrationPassage(language).length).toBeGreaterThan(150)
  })
})
