import { beforeAll, describe, expect, test } from 'vitest'
import {
  ChapterPlan,
  soundPresets,
  type Clip,
  type Segment,
  type SoundSettings,
} from '../../../src/contract/index.ts'
import { planChapter, planGroup, type Voiced } from '../../../src/core/master/plan-chapter.ts'
import { planTake } from '../../../src/core/master/plan-take.ts'
import { spansOf } from '../../../src/core/master/spans-of.ts'
import { padded, sine } from '../audio/signals.ts'
import { segmentOf, takeOf, voicedChapter, type Sounds } from './chapters.ts'

const sounds: Sounds = new Map()
const { standard } = soundPresets
const defaultPauses = standard.pauses
let chapter: Voiced[] = []
beforeAll(() => {
  chapter = voicedChapter(sounds, 40, 22_050)
})

const planned = (
  segments: readonly Voiced[],
  gainDb = 0,
  sampleRate = 24_000,
  sound: SoundSettings = standard,
) =>
  planChapter({
    sound,
    chapterId: 'c1',
    title: 'One',
    segments,
    levelOf: () => ({ gainDb, makeUpDb: 0 }),
    sampleRate,
  })
const silent = (...segments: Segment[]) =>
  planned(segments.map((segment) => ({ segment, take: null })))
const isSilence = (clip: Clip) => clip.source.kind === 'silence'
/** Lengths of silence in milliseconds, the padding of the last one left out. */
const pausesOf = (plan: ChapterPlan) =>
  plan.groups.flatMap(({ clips }) => clips.filter(isSilence).map(({ length }) => length / 24))

describe('the plan of a chapter', () => {
  test('has the shape of the contract', () => {
    expect(ChapterPlan.parse(planned(chapter))).toEqual(planned(chapter))
  })

  test('lays clips end to end in whole frames', () => {
    for (const group of planned(chapter).groups) {
      let at = 0
      for (const clip of group.clips) {
        expect(clip.at).toBe(at)
        at += clip.length
      }
      expect(at).toBe(group.samples)
      expect(group.samples % 1024).toBe(0)
    }
  })

  test('trims a take to its sound with 40 ms around it', () => {
    const sound = padded(sine(300, 0.3, 0.5, 22_050), 22_050, 22_050)
    const take = takeOf(new Map(), sound, 22_050, 'padded')
    const clip = planned([{ segment: segmentOf(1, 0), take }]).groups[0]?.clips[1]
    expect((22_050 - (clip?.in ?? 0)) / 22.05).toBeGreaterThan(30)
    expect((22_050 - (clip?.in ?? 0)) / 22.05).toBeLessThan(60)
    expect(((clip?.out ?? 0) - 22_050 * 1.5) / 22.05).toBeGreaterThan(30)
    expect(((clip?.out ?? 0) - 22_050 * 1.5) / 22.05).toBeLessThan(60)
  })

  test('pauses by what ends and what begins', () => {
    const { sentence, paragraph, scene, headingAfter, headingBefore } = defaultPauses
    const plan = silent(
      segmentOf(1, 0, 10, 'heading', 'heading'),
      segmentOf(2, 1, 10, 'sentence'),
      segmentOf(3, 1, 10, 'paragraph'),
      segmentOf(4, 2, 10, 'scene'),
      segmentOf(5, 3, 10, 'paragraph'),
      segmentOf(6, 4, 10, 'heading', 'heading'),
      segmentOf(7, 5, 10, 'chapter'),
    )
    const [opening, ...pauses] = pausesOf(plan)
    expect(opening).toBe(defaultPauses.chapterStart)
    expect(pauses.slice(0, -1)).toEqual([
      headingAfter,
      sentence,
      paragraph,
      scene,
      headingBefore,
      headingAfter,
    ])
    const last = pauses.at(-1) ?? 0
    expect(last).toBeGreaterThanOrEqual(defaultPauses.chapterEnd)
    expect(last).toBeLessThan(defaultPauses.chapterEnd + 1024 / 24)
  })

  test('pauses as if lines that are left out were not there', () => {
    const { paragraph, scene, headingBefore, headingAfter } = defaultPauses
    const leftOut = (number: number): Segment => ({
      ...segmentOf(number, number, 10, 'paragraph'),
      leftOut: 'page-number',
    })
    const heard = [
      segmentOf(1, 1, 10, 'paragraph'),
      segmentOf(3, 3, 10, 'scene'),
      segmentOf(5, 5, 10, 'paragraph'),
      segmentOf(7, 7, 10, 'heading', 'heading'),
      segmentOf(9, 9, 10, 'paragraph'),
    ]
    const between = heard.flatMap((segment, at) => [segment, leftOut(2 * at + 2)])
    // The last heard one ends the chapter; the line left out behind it takes the padding alone.
    expect(pausesOf(silent(...between)).slice(1, -1)).toEqual([
      ...[paragraph, scene, headingBefore, headingAfter, defaultPauses.chapterEnd],
    ])
  })

  test('pauses before and after a note that is read where its mark is as between paragraphs', () => {
    const note: Segment = { ...segmentOf(2, 9, 10, 'chapter'), noteId: 'n1' }
    const plan = silent(segmentOf(1, 0, 10, 'scene'), note, segmentOf(3, 1, 10, 'paragraph'))
    const { paragraph } = defaultPauses
    expect(pausesOf(plan).slice(1, -1)).toEqual([paragraph, paragraph])
  })

  test('of nothing but lines that are left out is a frame of silence', () => {
    const plan = silent({ ...segmentOf(1, 0), leftOut: 'code' })
    const opening = (defaultPauses.chapterStart * 24_000) / 1000
    expect(plan.groups[0]?.samples).toBe(Math.ceil(opening / 1024) * 1024)
    const later = planGroup({
      ...{
        sampleRate: 24_000,
        levelOf: () => ({ gainDb: 0, makeUpDb: 0 }),
        opens: false,
        next: undefined,
      },
      segments: [{ segment: { ...segmentOf(1, 0), leftOut: 'code' }, take: null }],
    })
    expect(later.samples).toBe(1024)
  })

  test('pauses longer inside a chapter by its pace, and not at its ends', () => {
    const { sentence, chapterStart, chapterEnd } = defaultPauses
    const segments = [segmentOf(1, 0, 10, 'sentence'), segmentOf(2, 0, 10, 'chapter')]
    const voiced = segments.map((segment) => ({ segment, take: null }))
    const pauses = pausesOf(planned(voiced, 0, 24_000, { ...standard, pace: 1.5 }))
    expect(pauses.slice(0, 2)).toEqual([chapterStart, 1.5 * sentence])
    expect(pauses[2]).toBeLessThan(chapterEnd + 1024 / 24)
  })

  test('of no segments is empty', () => {
    expect(planned([]).groups).toEqual([])
  })

  test('gives a segment without sound its pause alone', () => {
    const empty = takeOf(new Map(), new Int16Array(5000), 22_050, 'empty')
    expect(planned([{ segment: segmentOf(1, 0), take: empty }]).groups[0]?.clips).toEqual(
      silent(segmentOf(1, 0)).groups[0]?.clips,
    )
  })

  test('at 44.1 kHz is the same plan, longer in samples', () => {
    const [at24, at44] = [planned(chapter), planned(chapter, 0, 44_100)]
    expect(at44.groups.length).toBe(at24.groups.length)
    const seconds = (plan: ChapterPlan) =>
      plan.groups.reduce((sum, { samples }) => sum + samples, 0) / plan.sampleRate
    expect(Math.abs(seconds(at24) - seconds(at44))).toBeLessThan(0.05 * at24.groups.length)
  })
})

describe('the key of a group', () => {
  const keys = (segments: readonly Voiced[], gainDb = 0, rate?: number, sound?: SoundSettings) =>
    planned(segments, gainDb, rate, sound).groups.map(({ key }) => key)
  const shaped = (change: Partial<SoundSettings>, segments: readonly Voiced[] = chapter) =>
    keys(segments, 0, 24_000, { ...standard, ...change })

  test('does not know who asked: ids of segments and takes change nothing', () => {
    const renamed = chapter.map(({ segment, take }) => ({
      segment: { ...segment, chapterId: 'c9', spoken: [] },
      take: take && { ...take, id: `${'0'.repeat(64)}.7`, rendition: 7 },
    }))
    expect(keys(renamed)).toEqual(keys(chapter))
  })

  test('changes with gain, rate and sound', () => {
    expect(keys(chapter, 1)).not.toEqual(keys(chapter))
    expect(keys(chapter, 0, 44_100)).not.toEqual(keys(chapter))
  })

  test('knows everything that a book is mastered with', () => {
    const changes: Partial<SoundSettings>[] = [
      { pace: 1.1 },
      { pauses: { ...standard.pauses, sentence: 400 } },
      { ceilingDb: -3 },
      { highPassHz: 80 },
      { compression: { ratio: 2, thresholdDb: -20 } },
      { compression: { ratio: 3, thresholdDb: -20 } },
      { roomToneDb: -72 },
      { roomToneDb: -70 },
    ]
    const all = [{}, ...changes].map((change) => shaped(change).join())
    expect(new Set(all).size).toBe(changes.length + 1)
  })

  test('of silence does not know what takes would go through', () => {
    const silence = [{ segment: segmentOf(1, 0), take: null }]
    expect(shaped({ ceilingDb: -6, highPassHz: 80 }, silence)).toEqual(shaped({}, silence))
  })

  test('stays in every other group when one take is spoken anew', () => {
    const spokenAnew = chapter.map((voiced, i) =>
      i === 20 && voiced.take
        ? { ...voiced, take: { ...voiced.take, audioDigest: '1'.repeat(64), samples: 9000 } }
        : voiced,
    )
    const [before, after] = [keys(chapter), keys(spokenAnew)]
    expect(before.length).toBeGreaterThan(3)
    expect(after.filter((key) => !before.includes(key))).toHaveLength(1)
  })
})

describe('spans', () => {
  test('are every segment once, in order, and together the whole chapter', () => {
    const plan = planned(chapter)
    const spans = spansOf(plan)
    expect(spans.map(({ segmentId }) => segmentId)).toEqual(
      chapter.map(({ segment }) => segment.id),
    )
    let at = 0
    for (const span of spans) {
      expect(span.startSample).toBe(at)
      at += span.samples
    }
    expect(at).toBe(plan.groups.reduce((sum, { samples }) => sum + samples, 0))
  })
})

test('a take alone is levelled as in a chapter and ends in silence', () => {
  const take = chapter[0]?.take
  if (!take) throw new Error('the chapter has takes')
  const { clips, samples } = planTake(take, { gainDb: 3, makeUpDb: 0 }, standard)
  expect(clips.map(({ source }) => source.kind)).toEqual(['take', 'silence'])
  expect(clips[0]?.gainDb).toBe(3)
  expect(clips.reduce((sum, { length }) => sum + length, 0)).toBe(samples)
})
