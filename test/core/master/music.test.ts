import { beforeAll, describe, expect, test } from 'vitest'
import { soundPresets, type ChapterPlan } from '../../../src/contract/index.ts'
import { createResampler } from '../../../src/core/audio/resample.ts'
import { soundWindow } from '../../../src/core/audio/sound-window.ts'
import { curveAt, curveWithin, followCurve } from '../../../src/core/audio/curve.ts'
import type { ChapterMusic, CueSound, SegmentCues } from '../../../src/core/master/cue-sound.ts'
import { masteredSegments } from '../../../src/core/master/mastered-segments.ts'
import { planChapter, type Voiced } from '../../../src/core/master/plan-chapter.ts'
import { renderClips } from '../../../src/core/master/render-clips.ts'
import { spansOf } from '../../../src/core/master/spans-of.ts'
import { sine } from '../audio/signals.ts'
import { voicedChapter, type Sounds } from './chapters.ts'

const takes: Sounds = new Map()
const tune = sine(440, 0.4, 3.3, 44_100)
const rumble = sine(90, 0.9, 1.7, 22_050)
const library = new Map([
  ['tune', tune],
  ['rumble', rumble],
  ['low', sine(220, 0.9, 20, 22_050)],
  ['high', sine(331, 0.9, 20, 22_050)],
])
const load = {
  take: (takeId: string) => takes.get(takeId) ?? new Int16Array(0),
  sound: (soundId: string) => (from: number, to: number) =>
    (library.get(soundId) ?? new Int16Array(0)).subarray(from, to),
}

let voiced: Voiced[] = []
beforeAll(() => {
  voiced = voicedChapter(takes, 24, 22_050)
})

const cue = (soundId: string, more: Partial<CueSound> = {}): CueSound => ({
  soundId,
  sampleRate: soundId === 'tune' ? 44_100 : 22_050,
  from: 0,
  to: library.get(soundId)?.length ?? 0,
  ...{ gainDb: -6, peakDb: -6, fadeInMs: 100, fadeOutMs: 200, loop: false, duckDb: 0 },
  ...more,
})
const none: ChapterMusic = { intro: [], outro: [], bed: [], at: new Map() }
const at = (index: number, cues: Partial<SegmentCues>): ChapterMusic['at'] =>
  new Map([[voiced[index]?.segment.id ?? '', { before: [], under: [], after: [], ...cues }]])

const planned = (music: ChapterMusic, sampleRate = 24_000): ChapterPlan =>
  planChapter({
    ...{ chapterId: 'c1', title: 'One', segments: voiced, sampleRate, music },
    levelOf: () => ({ gainDb: 0, makeUpDb: 0 }),
    sound: soundPresets.standard,
  })
const rendered = (plan: ChapterPlan): Int16Array =>
  Int16Array.from(plan.groups.flatMap((group) => [...renderClips(group, load)]))
const samplesOf = ({ groups }: ChapterPlan) => groups.reduce((sum, { samples }) => sum + samples, 0)
const bendAt = (samples: Int16Array, i: number): number =>
  Math.abs((samples[i] ?? 0) - 2 * (samples[i - 1] ?? 0) + (samples[i - 2] ?? 0))
const rms = (samples: Int16Array, from: number, to: number): number =>
  Math.sqrt(samples.subarray(from, to).reduce((sum, x) => sum + (x / 32_768) ** 2, 0) / (to - from))

describe('a window into a sound', () => {
  test.each([24_000, 44_100, 48_000])(
    'is at %i Hz what the whole sound has there, to the bit',
    (toRate) => {
      const resample = createResampler(44_100, toRate)
      const read = (from: number, to: number) => tune.subarray(from, to)
      const stretch = { from: 1000, to: tune.length - 500, sampleRate: 44_100 }
      const all = soundWindow(read, stretch, resample, { toRate, start: 0, length: toRate * 4 })
      for (const [start, length] of [
        [1, 700],
        [12_345, 9999],
        [toRate * 3 - 7, toRate],
      ] as const)
        expect(soundWindow(read, stretch, resample, { toRate, start, length })).toEqual(
          all.slice(start, start + length),
        )
      expect(Math.abs(all[toRate * 4 - 1] ?? 1)).toBe(0)
    },
  )
})

describe('a curve', () => {
  test('stays before its first point and behind its last, and is straight between', () => {
    const curve: [number, number][] = [
      [10, 1],
      [20, 0],
    ]
    expect([0, 10, 15, 20, 99].map((place) => curveAt(curve, place))).toEqual([1, 1, 0.5, 0, 0])
    const samples = new Float32Array(30).fill(1)
    followCurve(samples, curve)
    expect(samples[15]).toBe(0.5)
  })
  test('has the same values where it is cut', () => {
    const curve: [number, number][] = [
      [0, 0],
      [33, 1],
      [70, 0.3],
      [100, 0],
    ]
    for (const [from, to] of [
      [5, 20],
      [33, 70],
      [50, 200],
    ] as const)
      for (let place = from; place < to; place++)
        expect(curveAt(curveWithin(curve, from, to), place - from)).toBe(curveAt(curve, place))
  })
})

describe('music of a chapter', () => {
  const everything = (): ChapterMusic => ({
    intro: [cue('tune')],
    outro: [cue('tune', { fadeOutMs: 2000 })],
    bed: [cue('tune', { gainDb: -12, loop: true, duckDb: 10, to: 60_000 })],
    at: new Map([
      ...at(3, { before: [cue('rumble')], under: [cue('tune', { gainDb: 0 })] }),
      ...at(9, {
        under: [cue('rumble', { loop: true, to: 9000, gainDb: 3 })],
        after: [cue('tune')],
      }),
    ]),
  })

  test('gives a segment alone the very samples it has in its group', () => {
    for (const rate of [24_000, 44_100]) {
      const plan = planned(everything(), rate)
      const whole = rendered(plan)
      const segments = masteredSegments(plan)
      expect(plan.groups.length).toBeGreaterThan(1)
      for (const { startSample, stretch } of segments)
        expect(renderClips(stretch, load)).toEqual(
          whole.slice(startSample, startSample + stretch.samples),
        )
    }
  })

  test('leaves no gap and no overlap between segments', () => {
    const plan = planned(everything())
    let end = 0
    for (const { startSample, samples } of spansOf(plan)) {
      expect(startSample).toBe(end)
      end += samples
    }
    expect(end).toBe(samplesOf(plan))
  })

  test('never rises above the ceiling, whatever is mixed', () => {
    const loud = everything()
    const bed = [cue('rumble', { gainDb: 0, loop: true }), cue('tune', { gainDb: 6, loop: true })]
    const samples = rendered(planned({ ...loud, bed }))
    const most = samples.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0)
    expect(most / 32_768).toBeLessThanOrEqual(10 ** (soundPresets.standard.ceilingDb / 20))
    expect(most / 32_768).toBeGreaterThan(0.5)
  })

  test('has an intro alone before the first words, and an outro alone behind the last', () => {
    const plan = planned({ ...none, intro: [cue('tune')], outro: [cue('tune')] })
    const plain = planned(none)
    const tuneSamples = Math.ceil((tune.length * 24_000) / 44_100)
    expect(samplesOf(plan)).toBeGreaterThan(samplesOf(plain) + 2 * tuneSamples)
    const samples = rendered(plan)
    const start = 0.5 * 24_000
    expect(rms(samples, 0, start)).toBe(0)
    expect(rms(samples, start + 24_000, start + 48_000)).toBeCloseTo(
      (0.4 / Math.SQRT2) * 10 ** (-6 / 20),
      2,
    )
    const behind = start + tuneSamples
    expect(rms(samples, behind, behind + start)).toBe(0)
  })

  test('keeps every key of a chapter that has none, and of groups that are not touched', () => {
    const plain = planned(none)
    const same = planChapter({
      ...{ chapterId: 'c1', title: 'One', segments: voiced, sampleRate: 24_000 },
      levelOf: () => ({ gainDb: 0, makeUpDb: 0 }),
      sound: soundPresets.standard,
    })
    expect(plain.groups.map(({ key }) => key)).toEqual(same.groups.map(({ key }) => key))
    const opened = planned({ ...none, intro: [cue('tune')] })
    expect(opened.groups.slice(1).map(({ key }) => key)).toEqual(
      plain.groups.slice(1).map(({ key }) => key),
    )
    expect(opened.groups[0]?.key).not.toBe(plain.groups[0]?.key)
  })

  test('makes room for a voice, and comes back in a long pause', () => {
    const bed = [cue('tune', { gainDb: 0, loop: true, duckDb: 20, fadeInMs: 0, fadeOutMs: 0 })]
    const silent = voiced.map(({ segment, take }, index) => ({
      segment,
      take: index > 2 && index < 20 ? null : take,
    }))
    const plan = planChapter({
      ...{ chapterId: 'c1', title: 'One', segments: silent, sampleRate: 24_000 },
      levelOf: () => ({ gainDb: -80, makeUpDb: 0 }),
      sound: soundPresets.standard,
      music: { ...none, bed },
    })
    const samples = rendered(plan)
    const spans = spansOf(plan)
    const voice = spans[1]
    const pause = spans[10]
    if (!voice || !pause) throw new Error('the chapter has segments')
    const level = (start: number) => rms(samples, start + 2000, start + 6000)
    const difference = 20 * Math.log10(level(pause.startSample) / level(voice.startSample))
    expect(difference).toBeGreaterThan(19)
    expect(difference).toBeLessThan(21)
  })

  test('loops without a seam', () => {
    const bed = [cue('tune', { gainDb: 0, loop: true, fadeInMs: 0, fadeOutMs: 0, to: 50_000 })]
    const quiet = voiced.map(({ segment }) => ({ segment, take: null }))
    const plan = planChapter({
      ...{ chapterId: 'c1', title: 'One', segments: quiet, sampleRate: 24_000 },
      levelOf: () => ({ gainDb: 0, makeUpDb: 0 }),
      sound: soundPresets.standard,
      music: { ...none, bed },
    })
    const samples = rendered(plan)
    let steepest = 0
    for (let i = 1; i < samples.length; i++)
      steepest = Math.max(steepest, Math.abs((samples[i] ?? 0) - (samples[i - 1] ?? 0)))
    // A sine of 440 Hz is never steeper; two of them may meet in phase.
    expect(steepest).toBeLessThan(0.4 * 32_768 * ((2 * Math.PI * 440) / 24_000) * Math.SQRT2 * 1.05)
  })

  test('never clicks between segments, however loud it is in all', () => {
    const hum = (soundId: string) =>
      cue(soundId, { gainDb: -3, peakDb: -3, loop: true, fadeInMs: 0, fadeOutMs: 0 })
    const plan = planned({ ...none, bed: [hum('high'), hum('low')] })
    const samples = rendered(plan)
    // A step bends the line more than such hums do at any place.
    const bends = spansOf(plan)
      .slice(1)
      .flatMap(({ startSample: at }) => [at, at + 1].map((i) => bendAt(samples, i)))
    expect(Math.max(...bends)).toBeLessThan(200)
  })

  test('reads a short sound once, however often it is repeated', () => {
    const bed = cue('tune', { loop: true, to: 1 })
    const { groups } = planned({ ...none, bed: [bed] })
    let reads = 0
    const counting = (id: string) => (from: number, to: number) => {
      reads += 1
      return load.sound(id)(from, to)
    }
    for (const group of groups) renderClips(group, { ...load, sound: counting })
    const clips = groups.flatMap((group) => group.clips.filter(({ track }) => track === 'music'))
    expect(reads).toBe(clips.length)
  })
})
