import { describe, expect, test } from 'vitest'
import { soundPresets, type SoundMeasure } from '../../../src/contract/index.ts'
import { mendedSound } from '../../../src/core/master/mended-sound.ts'
import { judgeForAcx } from '../../../src/core/master/acx-rules.ts'
import { soundMeasure } from '../../fixtures/studio-ports.ts'

const { audible } = soundPresets
const checked = (...measures: Partial<SoundMeasure>[]) =>
  measures.map((change) => {
    const measure = { ...soundMeasure, ...change }
    return { name: 'a.mp3', measure, ...judgeForAcx(measure) }
  })

describe('the sound that lets files pass', () => {
  test('is the very same where nothing of it is in the way', () => {
    for (const measures of [[{}], [{ rmsDb: -30 }], [{ durationSeconds: 8000 }]]) {
      const { sound, mended } = mendedSound(audible, checked(...measures))
      expect(sound).toBe(audible)
      expect(mended.size).toBe(0)
    }
  })

  test('has a ceiling that leaves what the codec adds, and no other value', () => {
    const { sound, mended } = mendedSound(audible, checked({ samplePeakDb: -2.5 }, {}))
    expect(sound).toEqual({ ...audible, ceilingDb: -4.6 })
    expect([...mended]).toEqual(['peak'])
  })

  test('brings all beginnings within the limits by one pause', () => {
    const { sound } = mendedSound(audible, checked({ headSeconds: 0.3 }, { headSeconds: 0.6 }))
    expect(sound.pauses.chapterStart).toBe(audible.pauses.chapterStart + 300)
    expect(sound.pauses.chapterEnd).toBe(audible.pauses.chapterEnd)
  })

  test('is no other where chapters begin too unlike for one pause', () => {
    const { sound, mended } = mendedSound(
      audible,
      checked({ headSeconds: 0.3 }, { headSeconds: 0.95 }),
    )
    expect(sound).toBe(audible)
    expect(mended.has('head')).toBe(false)
  })

  test('ends sooner or later by what is missing and half a second', () => {
    const ended = (...seconds: number[]) =>
      mendedSound(audible, checked(...seconds.map((tailSeconds) => ({ tailSeconds })))).sound.pauses
        .chapterEnd - audible.pauses.chapterEnd
    expect(ended(0.4, 2)).toBe(1100)
    expect(ended(6, 4)).toBe(-1500)
    expect(ended(0.4, 5.2)).toBe(0)
  })

  test('has a quieter room, but only where it is the room that is too loud', () => {
    const loud = checked({ floorDb: -55 })
    expect(mendedSound({ ...audible, roomToneDb: -55 }, loud).sound).toEqual(audible)
    expect(mendedSound(audible, loud).mended.size).toBe(0)
    expect(mendedSound({ ...audible, roomToneDb: null }, loud).mended.size).toBe(0)
  })
})
