// Keys that have gone into caches stay: another one means that everything is rendered and encoded again.
import { expect, test } from 'vitest'
import { soundPresets, type Take } from '../../../src/contract/index.ts'
import { encodeKey } from '../../../src/core/export/encode-key.ts'
import { planChapter } from '../../../src/core/master/plan-chapter.ts'
import { segmentOf } from './chapters.ts'

const takeOf = (number: number): Take => ({
  id: `${String(number).repeat(64)}.1`,
  ...{ recipeKey: String(number).repeat(64), rendition: 1, voice: 'espeak:gmw/en-US', flags: [] },
  ...{ sampleRate: 22_050, samples: 44_100, audioDigest: String(number).repeat(64) },
  analysis: {
    ...{ loudnessLufs: -23, rmsDb: -25, samplePeakDb: -6, truePeakDb: -5.9 },
    ...{ soundStart: 1000, soundEnd: 40_000 },
  },
})

const keysWith = (preset: 'standard' | 'audible') =>
  planChapter({
    ...{ chapterId: 'c1', title: 'One' },
    ...{ sampleRate: soundPresets[preset].sampleRate, sound: soundPresets[preset] },
    segments: [1, 2, 3].map((number) => ({
      segment: segmentOf(number, number, 100, 'paragraph'),
      take: takeOf(number),
    })),
    levelOf: () => ({ gainDb: 3.5, makeUpDb: 1.2 }),
  }).groups.map(({ key }) => key)

test('the keys of a plan are what they were', () => {
  expect(keysWith('standard')).toEqual([
    '6ef91b1a1cbc19cddf9e90912d0e5d7be6ea6a480fd0caa904afcdba8097e1f4',
  ])
  expect(keysWith('audible')).toEqual([
    '045a13b809723fab89850d9dc5de6f5279842b58d7a56b7495f18193da3e04be',
  ])
})

test('the key of packets is what it was', () => {
  const encoding = { codec: 'aac', bitRate: 64_000 } as const
  expect(encodeKey(['a', 'b'], encoding, 'node-av 6.1.1, settings 1')).toBe(
    '2a5dd31ca0bd8a359c8d7be038b28abe56d9b16eca753cb0fb4b26a755991ce3',
  )
})
