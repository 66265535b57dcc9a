import { beforeAll, describe, expect, test } from 'vitest'
import {
  soundPresetNames,
  soundPresets,
  type ChapterPlan,
  type SoundSettings,
} from '../../../src/contract/index.ts'
import { analyse } from '../../../src/core/audio/analyse.ts'
import { peakAmplitude } from '../../../src/core/audio/peaks.ts'
import { decibels } from '../../../src/core/audio/pcm.ts'
import { chapterPeaks } from '../../../src/core/master/chapter-peaks.ts'
import { planChapter, type Voiced } from '../../../src/core/master/plan-chapter.ts'
import { renderClips } from '../../../src/core/master/render-clips.ts'
import { masteredSegments } from '../../../src/core/master/mastered-segments.ts'
import { planTake } from '../../../src/core/master/plan-take.ts'
import { rootMeanSquare, sine } from '../audio/signals.ts'
import { takeOf, voicedChapter, type Sounds } from './chapters.ts'

const sounds: Sounds = new Map()
const chapters = new Map<number, Voiced[]>()
beforeAll(() => {
  for (const rate of [16_000, 22_050, 24_000]) chapters.set(rate, voicedChapter(sounds, 24, rate))
})

const load = {
  take: (takeId: string) => sounds.get(takeId) ?? new Int16Array(0),
  sound: () => () => new Int16Array(0),
}
const plannedAt = (
  rate: number,
  gainDb: number,
  sound: SoundSettings = soundPresets.standard,
): ChapterPlan =>
  planChapter({
    chapterId: 'c1',
    title: 'One',
    segments: chapters.get(rate) ?? [],
    levelOf: () => ({ gainDb, makeUpDb: 0 }),
    ...{ sampleRate: sound.sampleRate, sound },
  })
const rendered = (plan: ChapterPlan): Int16Array[] =>
  plan.groups.map((group) => renderClips(group, load))
const largest = (samples: Int16Array) =>
  samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

describe.each([16_000, 22_050, 24_000])('rendering takes of %i Hz', (rate) => {
  test('gives a segment alone the very samples it has in its group', () => {
    for (const sound of [soundPresets.standard, soundPresets.audible]) {
      const plan = plannedAt(rate, 12, sound)
      const groups = rendered(plan)
      const whole = Int16Array.from(groups.flatMap((group) => [...group]))
      const segments = masteredSegments(plan)
      expect(segments.length).toBeGreaterThan(plan.groups.length)
      for (const { startSample, stretch } of segments)
        expect(renderClips(stretch, load)).toEqual(
          whole.slice(startSample, startSample + stretch.samples),
        )
    }
  })

  test.each(soundPresetNames)(
    'never rises above the ceiling of %s, between samples either',
    (name) => {
      const sound = soundPresets[name]
      for (const group of rendered(plannedAt(rate, 20, sound))) {
        const { truePeakDb } = analyse(group, sound.sampleRate).analysis
        expect(truePeakDb).toBeLessThanOrEqual(sound.ceilingDb)
        expect(truePeakDb).toBeGreaterThan(sound.ceilingDb - 0.5)
      }
    },
  )

  test('has the sound of a room in its pauses where that is wished, and joins it without a click', () => {
    const { audible } = soundPresets
    const plan = plannedAt(rate, 6, audible)
    for (const [index, samples] of rendered(plan).entries())
      for (const { source, at, length } of plan.groups[index]?.clips ?? []) {
        expect(Math.abs((samples[at] ?? 0) - (samples[at - 1] ?? 0))).toBeLessThan(20)
        if (source.kind === 'take') continue
        const pause = samples.subarray(at, at + length)
        const level = decibels(rootMeanSquare(pause) / 32_768)
        expect(Math.abs(level - (audible.roomToneDb ?? 0))).toBeLessThan(1)
      }
  })

  test('is silent in the pauses and joins without a click', () => {
    const plan = plannedAt(rate, 6)
    for (const [index, samples] of rendered(plan).entries())
      for (const clip of plan.groups[index]?.clips ?? []) {
        if (clip.source.kind === 'silence')
          expect(largest(samples.subarray(clip.at, clip.at + clip.length))).toBe(0)
        else {
          expect(Math.abs(samples[clip.at] ?? 0)).toBeLessThan(20)
          expect(Math.abs(samples[clip.at + clip.length - 1] ?? 0)).toBeLessThan(20)
        }
      }
  })
})

describe('rendering', () => {
  test('changes loudness by the gain alone where nothing is limited', () => {
    const loudnessAt = (gainDb: number) =>
      rendered(plannedAt(22_050, gainDb)).map(
        (samples) => analyse(samples, 24_000).analysis.loudnessLufs ?? 0,
      )
    const louder = loudnessAt(-3)
    for (const [i, loudness] of loudnessAt(-9).entries())
      expect((louder[i] ?? 0) - loudness).toBeCloseTo(6, 1)
  })

  test('fades in and out even where a take begins and ends in the middle of sound', () => {
    const take = takeOf(sounds, sine(300, 0.5, 1, 22_050, Math.PI / 2), 22_050, 'cut off')
    const alone = planTake(take, { gainDb: 0, makeUpDb: 0 }, soundPresets.standard)
    const heard = renderClips(alone, load)
    const last = (alone.clips[0]?.length ?? 0) - 1
    expect(Math.abs(heard[0] ?? 0)).toBeLessThan(20)
    expect(Math.abs(heard[last] ?? 0)).toBeLessThan(20)
    expect(largest(heard)).toBeGreaterThan(16_000)
  })

  test('keeps a clip that lies outside of its take from being heard', () => {
    const plan = plannedAt(22_050, 0)
    const [group] = plan.groups
    if (!group) throw new Error('the plan has groups')
    const short = { ...group, samples: 100 }
    expect(() => renderClips(short, load)).toThrow('clip')
  })

  test('agrees with the waveform that is drawn without it', () => {
    const { standard } = soundPresets
    const squeezed = { ...standard, compression: { ratio: 3, thresholdDb: -24 } }
    const cases = [
      [-6, standard],
      [15, standard],
      [-6, squeezed],
    ] as const
    for (const [gainDb, sound] of cases) {
      const plan = plannedAt(22_050, gainDb, sound)
      const takePeaks = new Map(
        [...sounds].map(([id, samples]) => [id, analyse(samples, 22_050).peaks] as const),
      )
      const drawn = chapterPeaks(plan, { takes: takePeaks, sounds: new Map() }, 20)
      const heard = analyse(
        Int16Array.from(rendered(plan).flatMap((group) => [...group])),
        24_000,
      ).peaks
      expect(drawn.length).toBe(Math.ceil(heard.length / 2 / 5))
      for (const [i, amplitude] of drawn.entries()) {
        // A drawn peak may come from up to 10 ms beside its place, is stored in steps of 1/128,
        // and knows neither what rises between samples nor all that the limiter turned down.
        const tolerance = 0.03 + 10 ** (gainDb / 20) / 100
        const nearby = peakAmplitude(heard, i * 5 - 2, i * 5 + 7)
        const inside = peakAmplitude(heard, i * 5 + 1, i * 5 + 4)
        expect(amplitude).toBeGreaterThan(inside - tolerance)
        if (gainDb < 0) expect(amplitude).toBeLessThan(nearby + tolerance)
        expect(amplitude).toBeLessThanOrEqual(1)
      }
    }
  })
})
