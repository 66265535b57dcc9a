import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/core/audio/analyse.ts'
import { calibrationPassage, voiceGain } from '../../../src/core/master/voice-gain.ts'
import { sine } from '../audio/signals.ts'

const gainOf = (amplitude: number) =>
  voiceGain(analyse(sine(997, amplitude, 3, 22_050), 22_050).analysis)

describe("a voice's gain", () => {
  test('brings it to -19 LUFS, in steps of a tenth', () => {
    expect(gainOf(0.1)).toBe(4)
    expect(gainOf(0.5)).toBe(-10)
  })

  test('is limited to 20 dB, and none where there was no sound', () => {
    expect(gainOf(0.002)).toBe(20)
    expect(voiceGain(analyse(new Int16Array(22_050), 22_050).analysis)).toBe(0)
  })

  test('is measured on a passage in the language of the voice, else in English', () => {
    expect(calibrationPassage('de-AT')).toContain('Morgen')
    expect(calibrationPassage('xx')).toBe(calibrationPassage('en'))
    for (const language of ['en', 'de', 'fr', 'es'])
      expect(calibrationPassage(language).length).toBeGreaterThan(150)
  })
})
