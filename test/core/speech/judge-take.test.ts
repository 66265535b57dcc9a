import { describe, expect, test } from 'vitest'
import {
  takeFlagCodes,
  takeFlagSentences,
  type Signs,
  type SpokenPart,
} from '../../../src/contract/index.ts'
import { judgeTake } from '../../../src/core/speech/judge-take.ts'
import { fitDurations } from '../../../src/core/speech/duration-model.ts'
import { speechUnits } from '../../../src/core/speech/speech-units.ts'
import { learn, noHabits, type VoiceHabits } from '../../../src/core/speech/voice-habits.ts'

const sentences = [
  'The harbour lay quiet under the first grey light of the morning.',
  'Nobody had told the boy that the ferry would not come back before winter.',
  'She counted the coins twice, sighed, and put them into the drawer again.',
  'It was the kind of rain that makes no sound and leaves nothing dry.',
  'He had been promised a horse, and what he got was a letter.',
]
const text = sentences[1] ?? ''
const lengthOf = (said: string): number =>
  fitDurations([]).predict(speechUnits([{ text: said }], 'en'))

const signsOf = (seconds: number, more: Partial<Signs> = {}): Signs => ({
  soundSeconds: seconds,
  leadingSeconds: 0.05,
  trailingSeconds: 0.1,
  silentSeconds: 0,
  longestSilenceSeconds: 0.05,
  loudDb: -10,
  tailDb: -25,
  endDb: -32,
  clippedShare: 0,
  offset: 0.001,
  flatness: 0.05,
  repetition: 0.2,
  repetitionLagSeconds: 1,
  pitchHz: 110,
  centroidHz: 1700,
  ...more,
})

/** A voice that speaks as the prior says, heard thirty times with a little unevenness. */
const known: VoiceHabits = Array.from({ length: 30 }, (_, index) => index).reduce(
  (habits, index) => {
    const said = sentences[index % sentences.length] ?? ''
    const uneven = 1 + 0.03 * Math.sin(index * 2.4)
    const signs = signsOf(lengthOf(said) * uneven, {
      pitchHz: 110 * (1 + 0.02 * Math.cos(index)),
      centroidHz: 1700 * (1 + 0.05 * Math.sin(index)),
      endDb: -32 - (index % 7),
    })
    const take = { spoken: [{ text: said }], language: 'en', sampleRate: 22_050, signs }
    const { flags, habit } = judgeTake(take, habits)
    return learn(habits, habit, flags)
  },
  noHabits,
)

type Asked = { habits?: VoiceHabits; said?: string; spoken?: SpokenPart[]; sampleRate?: number }
function flagsOf(factor: number, more: Partial<Signs> = {}, asked: Asked = {}): string[] {
  const { habits = known, said = text, spoken = [{ text: said }], sampleRate = 22_050 } = asked
  const signs = signsOf(lengthOf(said) * factor, more)
  const { flags } = judgeTake({ spoken, language: 'en', sampleRate, signs }, habits)
  return flags.map(({ code, severity }) => `${code} ${severity}`)
}
const unknown = { habits: noHabits }

describe('a clean take', () => {
  test.each([0.92, 1, 1.08])('is not flagged at %d of the expected length', (factor) => {
    expect(flagsOf(factor)).toEqual([])
  })

  test.each([0.5, 0.7, 1.4, 2])('of an unknown voice may be %d of the usual length', (factor) => {
    expect(flagsOf(factor, {}, unknown)).toEqual([])
  })

  test.each(['Yes.', 'No!', 'I?', 'Ah.'])('of %j may be of any likely length', (said) => {
    expect([0.4, 1, 2.5].flatMap((factor) => flagsOf(factor, {}, { said }))).toEqual([])
  })

  test('may be as silent as it was asked to be', () => {
    const spoken = [{ text: sentences[0] ?? '' }, { pauseMs: 4000 }, { text }]
    const said = `${sentences[0]}${text}`
    const seconds = lengthOf(said)
    const silences = { longestSilenceSeconds: 4.2, silentSeconds: 4.2 }
    const more = { ...silences, soundSeconds: seconds + 4.2 }
    expect(flagsOf(1, more, { said, spoken })).toEqual([])
  })
})

describe('a take that went wrong', () => {
  test.each<[string, number, Partial<Signs>, string]>([
    ['nothing', 0, { loudDb: -120, pitchHz: null }, 'empty bad'],
    ['a whisper nobody hears', 1, { loudDb: -60 }, 'empty bad'],
    ['noise', 1, { flatness: 0.56, pitchHz: null }, 'noise bad'],
    ['an offset', 1, { offset: 0.05 }, 'noise flagged'],
    ['some clipping', 1, { clippedShare: 0.004 }, 'clipped flagged'],
    ['distortion', 1, { clippedShare: 0.2 }, 'clipped bad'],
    ['a third missing', 0.66, {}, 'skipped bad'],
    ['a few words missing', 0.82, {}, 'skipped flagged'],
    ['the end missing', 0.85, { endDb: -6 }, 'truncated bad'],
    ['half as much more', 1.5, {}, 'runaway bad'],
    ['a little more', 1.22, {}, 'runaway flagged'],
    ['all of it twice', 2, { repetition: 0.95 }, 'repeated bad'],
    ['an end in mid-sound', 1, { endDb: -5 }, 'cut-off bad'],
    ['a rather loud end', 1, { endDb: -24 }, 'cut-off flagged'],
    ['a late beginning', 1, { leadingSeconds: 1 }, 'silence flagged'],
    ['a woman', 1, { pitchHz: 200 }, 'other-voice bad'],
    ['another colour', 1, { centroidHz: 3400 }, 'other-voice flagged'],
  ])('with %s is %4$s', (_, factor, more, expected) => {
    expect(flagsOf(factor, more)).toEqual([expected])
  })

  test('with dead air is told from one that is too long', () => {
    const air = { longestSilenceSeconds: 8, silentSeconds: 8, soundSeconds: lengthOf(text) + 8 }
    expect(flagsOf(1, air)).toEqual(['silence bad'])
  })

  test('whose pauses add up to half of it is flagged', () => {
    const seconds = lengthOf(text)
    expect(flagsOf(1, { silentSeconds: seconds, soundSeconds: seconds * 2 })).toEqual([
      'silence flagged',
    ])
  })

  test.each<[string, number, Partial<Signs>, string]>([
    ['nothing', 0, { loudDb: -120 }, 'empty bad'],
    ['noise', 1, { flatness: 0.56 }, 'noise bad'],
    ['a third of it', 0.3, {}, 'skipped bad'],
    ['three times as much', 3, {}, 'runaway bad'],
    ['all of it twice', 2, { repetition: 0.9 }, 'repeated bad'],
    ['an end at full voice', 1, { endDb: -3 }, 'cut-off flagged'],
  ])('with %s is seen of a voice never heard before', (_, factor, more, expected) => {
    expect(flagsOf(factor, more, unknown)).toEqual([expected])
  })

  test('is not called repeated when the text itself is, of a voice never heard before', () => {
    const said = 'Never again will I go, never again will I go.'
    expect(flagsOf(1.5, { repetition: 0.9 }, { ...unknown, said })).toEqual([])
  })

  test('of a single word is seen when it is out of all proportion', () => {
    expect(flagsOf(9, {}, { said: 'Yes.' })).toEqual(['runaway bad'])
    expect(flagsOf(2, { repetition: 0.95 }, { said: 'Yes.' })).toEqual(['repeated bad'])
  })
})

describe('a wrong rate', () => {
  const faster = 24_000 / 22_050
  const playedAt = (factor: number): Partial<Signs> => ({
    pitchHz: 110 * factor,
    centroidHz: 1700 * factor,
  })

  test.each([faster, 1 / faster, 2, 0.5])('is known by pace, pitch and colour: %d', (factor) => {
    expect(flagsOf(1 / factor, playedAt(factor))).toEqual(['wrong-rate bad'])
  })

  test('is suspected at once when the header says another rate than usual', () => {
    const declared = { sampleRate: 24_000 }
    expect(flagsOf(1 / faster, playedAt(faster), declared)).toEqual(['wrong-rate bad'])
    expect(flagsOf(1, {}, { ...declared, said: 'Yes.' })).toEqual(['wrong-rate flagged'])
  })

  test('is not suspected of another rate that fits its sound', () => {
    expect(flagsOf(1, {}, { sampleRate: 24_000 })).toEqual([])
  })

  test('is not suspected of haste alone', () => {
    expect(flagsOf(0.9)).toEqual([])
    expect(flagsOf(1, { pitchHz: 119 })).toEqual([])
  })
})

test('every flag has a sentence that says what to do', () => {
  const measured = { seconds: 2.34, expected: 5, percent: -8.1, hertz: 200, decibels: -3 }
  const params = { ...measured, word: 'lamp', words: 'old lamp', heard: 'lamp old' }
  for (const code of takeFlagCodes) {
    const sentence = takeFlagSentences[code](params)
    expect(sentence).toMatch(/(again|source)/)
    expect(sentence).not.toMatch(/undefined|NaN/)
  }
  expect(takeFlagSentences['wrong-rate'](params)).toContain('8.1 % too slowly')
})
