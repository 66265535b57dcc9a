// The meter of finished files: the same as a take's in one go, however the sound is cut up on its way.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/core/audio/analyse.ts'
import { createSoundMeter } from '../../../src/core/audio/sound-meter.ts'
import { floatFromInt16 } from '../../../src/core/audio/pcm.ts'
import { padded, seeded, sine, speechLike } from './signals.ts'

function meter(rate: number, pieces: readonly number[], ...channels: Int16Array[]) {
  const it = createSoundMeter(rate, channels.length)
  const floats = channels.map(floatFromInt16)
  const length = floats[0]?.length ?? 0
  for (let at = 0, turn = 0; at < length; turn++) {
    const end = at + (pieces[turn % pieces.length] ?? length)
    it.add(floats.map((samples) => samples.subarray(at, end)))
    at = end
  }
  return it.end()
}

describe('the meter of finished files', () => {
  test.each([
    [8_000, [1152]],
    [22_050, [1, 7, 4608]],
    [44_100, [1024]],
    [48_000, [480_000]],
  ])('at %i Hz measures what a take measures, in pieces of %j', (rate, pieces) => {
    const sound = padded(speechLike(7.3, rate, 3), Math.round(rate * 0.7), Math.round(rate * 1.4))
    const { analysis } = analyse(sound, rate)
    const levels = meter(rate, pieces, sound)
    expect(levels.rmsDb).toBeCloseTo(analysis.rmsDb, 1)
    expect(levels.samplePeakDb).toBeCloseTo(analysis.samplePeakDb, 1)
    expect(levels.truePeakDb).toBeCloseTo(analysis.truePeakDb, 1)
    expect(levels.loudnessLufs).toBeCloseTo(analysis.loudnessLufs ?? 0, 1)
    expect(levels.durationSeconds).toBeCloseTo(sound.length / rate, 6)
  })

  test('finds a true peak that lies between two seconds', () => {
    const rate = 24_000
    const sound = sine(997, 0.01, 3, rate)
    // A quarter of the rate, 45 degrees off: every sample misses the crest by 3 dB.
    const burst = sine(6000, 0.5, 0.01, rate, Math.PI / 4)
    sound.set(burst, rate - burst.length / 2)
    const { truePeakDb } = analyse(sound, rate).analysis
    expect(meter(rate, [1000], sound).truePeakDb).toBeCloseTo(truePeakDb, 2)
    expect(truePeakDb).toBeGreaterThan(-6.5)
  })

  test('takes what is no number for silence, and measures the rest', () => {
    const sound = floatFromInt16(speechLike(2, 24_000, 5))
    const [sane, insane] = [sound.slice().fill(0, 9000, 9003), sound.slice()]
    insane.set([NaN, Infinity, -Infinity], 9000)
    const levels = [sane, insane].map((samples) => {
      const it = createSoundMeter(24_000, 1)
      it.add([samples])
      return it.end()
    })
    expect(levels[1]).toEqual(levels[0])
  })

  test('takes two channels for one sound, and adds their energies for loudness', () => {
    const left = sine(997, 0.1, 5, 48_000)
    const both = meter(48_000, [1024], left, left)
    expect(both.loudnessLufs).toBeCloseTo(-20, 1)
    expect(both.rmsDb).toBeCloseTo(-23.01, 1)
    const oneSided = meter(48_000, [1024], left, new Int16Array(left.length))
    expect(oneSided.loudnessLufs).toBeCloseTo(-23.01, 1)
    expect(oneSided.rmsDb).toBeCloseTo(-26.02, 1)
    expect(oneSided.samplePeakDb).toBeCloseTo(-20, 1)
  })

  test('takes for the floor the quietest half second, wherever it lies', () => {
    const random = seeded(7)
    const noise = (seconds: number, level: number) =>
      Int16Array.from({ length: seconds * 24_000 }, () => Math.round(level * (random() - 0.5)))
    const loud = sine(300, 0.3, 2, 24_000)
    const sound = Int16Array.from([...noise(1, 200), ...loud, ...noise(1, 40), ...loud])
    const quiet = 20 * Math.log10(40 / Math.sqrt(12) / 32_768)
    expect(Math.abs(meter(24_000, [999], sound).floorDb - quiet)).toBeLessThan(0.3)
  })

  test('tells silence before and after the sound from room tone', () => {
    const random = seeded(9)
    const sound = padded(sine(300, 0.5, 3, 44_100), 0.7 * 44_100, 2.5 * 44_100)
    // Room tone at -62 dB, with peaks at -52.
    const tone = sound.map((value) => {
      const noise = random() + random() + random() - 1.5
      return value + Math.round(noise * 52)
    })
    for (const each of [sound, tone]) {
      const { headSeconds, tailSeconds } = meter(44_100, [1152], each)
      expect(Math.abs(headSeconds - 0.7)).toBeLessThan(0.011)
      expect(Math.abs(tailSeconds - 2.5)).toBeLessThan(0.011)
    }
  })

  test('sees peaks beyond full scale as they are', () => {
    const it = createSoundMeter(48_000, 1)
    const loud = floatFromInt16(sine(997, 0.9, 1, 48_000)).map((value) => value * 2)
    it.add([loud])
    expect(it.end().samplePeakDb).toBeCloseTo(20 * Math.log10(1.8), 1)
  })

  test('has an answer for silence, and for nothing', () => {
    const silence = meter(44_100, [1152], new Int16Array(88_200))
    expect(silence).toMatchObject({ loudnessLufs: null, rmsDb: -120, floorDb: -120 })
    expect(silence).toMatchObject({ headSeconds: 2, tailSeconds: 2 })
    const nothing = createSoundMeter(44_100, 1).end()
    expect(nothing).toMatchObject({ durationSeconds: 0, rmsDb: -120, floorDb: -120 })
  })
})
