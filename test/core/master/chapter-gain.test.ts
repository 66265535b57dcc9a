import { beforeAll, describe, expect, test } from 'vitest'
import { soundPresets, type SoundSettings } from '../../../src/contract/index.ts'
import { analyse } from '../../../src/core/audio/analyse.ts'
import { decibels } from '../../../src/core/audio/pcm.ts'
import { gainInto, usualRange, withChapterGain } from '../../../src/core/master/chapter-gain.ts'
import type { ChapterMusic } from '../../../src/core/master/cue-sound.ts'
import { chapterPeaks } from '../../../src/core/master/chapter-peaks.ts'
import { chapterRms, measuredTake } from '../../../src/core/master/chapter-rms.ts'
import { planChapter, type Voiced } from '../../../src/core/master/plan-chapter.ts'
import { renderClips } from '../../../src/core/master/render-clips.ts'
import { rootMeanSquare, sine } from '../audio/signals.ts'
import { voicedChapter, type Sounds } from './chapters.ts'

const sounds: Sounds = new Map()
const tune = sine(997, 0.4, 40, 24_000)
let chapter: Voiced[] = []
beforeAll(() => {
  chapter = voicedChapter(sounds, 24, 24_000)
})
const load = (takeId: string): Int16Array => sounds.get(takeId) ?? new Int16Array(0)

const planned = (sound: SoundSettings, voiceDb: number, chapterDb: number, music?: ChapterMusic) =>
  planChapter({
    ...(music && { music }),
    ...{ chapterId: 'c1', title: 'One', segments: chapter, sound, sampleRate: sound.sampleRate },
    levelOf: () => withChapterGain({ gainDb: voiceDb, makeUpDb: 1.5 }, chapterDb, sound),
  })
const rendered = (plan: ReturnType<typeof planned>) =>
  Int16Array.from(
    plan.groups.flatMap((group) => [
      ...renderClips(group, { take: load, sound: () => (from, to) => tune.subarray(from, to) }),
    ]),
  )
const measured = () =>
  new Map(
    chapter.flatMap(({ take }) => {
      const { peaks } = analyse(load(take?.id ?? ''), 24_000)
      return take ? [[take.id, measuredTake(take, peaks)] as const] : []
    }),
  )
const rmsOf = (samples: Int16Array) => decibels(rootMeanSquare(samples) / 32_768)

describe('a chapter with a gain of its own', () => {
  test.each(['standard', 'audible'] as const)('is louder by it in %s', (name) => {
    const sound = soundPresets[name]
    const quiet = rmsOf(rendered(planned(sound, -12, 0)))
    expect(rmsOf(rendered(planned(sound, -12, 2)))).toBeCloseTo(quiet + 2, 0)
    expect(rmsOf(rendered(planned(sound, -12, -2)))).toBeCloseTo(quiet - 2, 0)
  })

  test('is worked on by the compressor as before, and never exceeds the ceiling', () => {
    const { audible } = soundPresets
    for (const { groups } of [planned(audible, 6, 0), planned(audible, 6, 6)])
      for (const { clips } of groups)
        for (const { source, gainDb } of clips) if (source.kind === 'take') expect(gainDb).toBe(6)
    const loud = rendered(planned(audible, 6, 6))
    const { analysis } = analyse(loud, audible.sampleRate)
    expect(analysis.truePeakDb).toBeLessThanOrEqual(audible.ceilingDb + 0.05)
  })

  test('has other keys in each of its groups', () => {
    const keys = (chapterDb: number) =>
      planned(soundPresets.audible, 0, chapterDb).groups.map(({ key }) => key)
    for (const key of keys(0.1)) expect(keys(0)).not.toContain(key)
    expect(keys(0.1)).toEqual(keys(0.1))
  })

  test('shows in its waveform', () => {
    const takes = new Map([...measured()].map(([id, take]) => [id, take.peaks]))
    const peaks = { takes, sounds: new Map<string, Uint8Array>() }
    const highest = (chapterDb: number) =>
      Math.max(...chapterPeaks(planned(soundPresets.standard, -12, chapterDb), peaks, 20))
    expect(highest(6) / highest(0)).toBeCloseTo(2, 1)
  })
})

describe('the RMS of a chapter, told from what is stored', () => {
  test.each(['standard', 'audible', 'podcast', 'untouched'] as const)(
    'is within half a dB of what is rendered in %s, the limiter at work',
    (name) => {
      const sound = soundPresets[name]
      for (const voiceDb of [-10, 0, 6])
        for (const moreDb of [0, 4]) {
          const told = chapterRms(planned(sound, voiceDb, 0), measured())(moreDb)
          const heard = rmsOf(rendered(planned(sound, voiceDb, moreDb)))
          expect(Math.abs(told - heard), `${voiceDb} + ${moreDb}`).toBeLessThan(0.5)
        }
    },
  )

  test('counts music in, which a gain of the chapter does not make louder', () => {
    const { standard } = soundPresets
    const levels = { gainDb: -6, peakDb: -14, fadeInMs: 500, fadeOutMs: 500, duckDb: 3 }
    const bed = [
      { soundId: 'tune', sampleRate: 24_000, from: 0, to: tune.length, loop: true, ...levels },
    ]
    const music: ChapterMusic = { intro: [], outro: [], bed, at: new Map() }
    const { loudnessLufs } = analyse(tune, 24_000).analysis
    const sounded = new Map([['tune', loudnessLufs ?? 0]])
    for (const moreDb of [0, 6]) {
      const told = chapterRms(planned(standard, -10, 0, music), measured(), sounded)(moreDb)
      const heard = rmsOf(rendered(planned(standard, -10, moreDb, music)))
      expect(Math.abs(told - heard), `${moreDb}`).toBeLessThan(0.7)
    }
  })

  test('is silence where no take is known', () => {
    expect(chapterRms(planned(soundPresets.standard, 0, 0), new Map())(6)).toBe(-120)
  })
})

describe('a gain into a range', () => {
  const range = { min: -23, max: -18 }
  const from = (rms: number) => (gainDb: number) => rms + gainDb

  test('is the nearest that brings the RMS half a dB inside, in steps of 0.1 dB', () => {
    expect(gainInto(range, from(-24.04), 0)).toBe(1.6)
    expect(gainInto(range, from(-17), 0)).toBe(-1.5)
    expect(gainInto(range, from(-26), 1.2)).toBe(3.5)
  })

  test('is the one there is where nothing must be done', () => {
    expect(gainInto(range, from(-22.9), 0)).toBe(0)
    expect(gainInto(range, from(-22), 1.3)).toBe(1.3)
  })

  test('goes as far as the limiter asks', () => {
    expect(gainInto(range, (gainDb) => -25 + gainDb / 2, 0)).toBe(5)
  })

  test('is as much as there is where that just passes', () => {
    expect(gainInto(range, from(-28.8), 0)).toBe(6)
    expect(gainInto(range, from(-28.95), 0)).toBeNull()
  })

  test('is none beyond 6 dB, or where gain is of no use', () => {
    expect(gainInto(range, from(-29), 0)).toBeNull()
    expect(gainInto(range, from(-24), 7)).not.toBeNull()
    expect(gainInto(range, () => -40, 0)).toBeNull()
    expect(gainInto(range, from(-30), 6)).toBeNull()
  })

  test('is for no book whose voices are left as they are', () => {
    expect(usualRange(soundPresets.untouched)).toBeNull()
    expect(usualRange(soundPresets.audible)).toEqual(range)
  })
})
