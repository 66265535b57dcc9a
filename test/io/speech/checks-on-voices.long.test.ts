// The checks on what came back, on the sound of real voices: clean, and spoiled in every way.
import { describe, expect, it } from 'vitest'
import type { Signs, TakeFlag } from '../../../src/contract/index.ts'
import { analyse } from '../../../src/core/audio/analyse.ts'
import { judgeTake } from '../../../src/core/speech/judge-take.ts'
import { learn, noHabits, type VoiceHabits } from '../../../src/core/speech/voice-habits.ts'
import { createEspeak } from '../../../src/io/speech/espeak.ts'
import { createFlite } from '../../../src/io/speech/flite.ts'
import { createSoundBuffer } from '../../../src/io/speech/sound-buffer.ts'
import type { VoiceEngine } from '../../../src/io/speech/voice-engine.ts'
import { spoilings, type Heard } from '../../fixtures/spoilings.ts'
import { sentencesOf } from '../../fixtures/sentences.ts'

const signsOf = ({ samples, sampleRate }: Heard): Signs => {
  const { signs } = analyse(samples, sampleRate).analysis
  if (!signs) throw new Error('an analysis has signs')
  return signs
}

function say(engine: VoiceEngine, voice: string, text: string): Heard {
  const sound = createSoundBuffer()
  engine.speak(text, { voice, rate: 1 }, sound, () => false)
  return { samples: sound.samples.slice(), sampleRate: engine.sampleRate(voice) }
}

type Said = { text: string; heard: Heard }
type Language = 'en' | 'de'
function judge({ text, heard }: Said, language: Language, habits: VoiceHabits) {
  const { sampleRate } = heard
  return judgeTake({ spoken: [{ text }], language, sampleRate, signs: signsOf(heard) }, habits)
}

/** What a voice has learned from its takes, and what was flagged on the way. */
function hear(said: readonly Said[], language: Language) {
  let habits = noHabits
  const flagged: { text: string; flags: TakeFlag[] }[] = []
  for (const each of said) {
    const { flags, habit } = judge(each, language, habits)
    if (flags.length > 0) flagged.push({ text: each.text, flags })
    habits = learn(habits, habit, flags)
  }
  return { habits, flagged }
}

/** Each sort of fault, and the names it may be given. */
const expected: Readonly<Record<string, readonly TakeFlag['code'][]>> = {
  'last 2 s missing': ['truncated', 'skipped', 'cut-off'],
  'cut in mid-word': ['truncated', 'skipped'],
  'said twice': ['repeated'],
  'a clause dropped': ['skipped', 'truncated'],
  '8 s of dead air': ['silence'],
  '2 s of silence before': ['silence'],
  'clipped by 8': ['clipped'],
  'white noise': ['noise'],
  'declared 8.8 % too fast': ['wrong-rate'],
  'declared 8.1 % too slow': ['wrong-rate'],
  empty: ['empty'],
  'pure silence': ['empty'],
  'nothing but an offset': ['empty'],
  'an offset under speech': ['noise'],
}
/** Found for the most part only: where a pause went too, little speech is missing. */
const likely = ['last 2 s missing', 'a clause dropped']
/** Seen of a voice that was never heard before. */
const gross = [
  'said twice',
  '8 s of dead air',
  '2 s of silence before',
  'clipped by 8',
  'white noise',
  'empty',
  'pure silence',
  'nothing but an offset',
  'an offset under speech',
]

describe.each([
  ['espeak', 'gmw/en-US', 'en', 'flite', 'slt'],
  ['espeak', 'gmw/de', 'de', 'flite', 'slt'],
  ['flite', 'slt', 'en', 'flite', 'rms'],
] as const)('takes of %s %s', (engineName, voice, language, otherEngine, otherVoice) => {
  const open = (name: 'espeak' | 'flite') => (name === 'espeak' ? createEspeak() : createFlite())
  const sentences = sentencesOf(language)
  const taught = sentences.slice(0, -4)
  const tested = sentences.slice(-4)

  it('are not flagged when clean, and found when spoiled', async () => {
    const engine = await open(engineName)
    const said = (text: string): Said => ({ text, heard: say(engine, voice, text) })
    const clean = tested.map(said)
    const { habits, flagged } = hear([...taught.map(said), ...clean], language)
    expect(flagged).toEqual([])

    const missed: string[] = []
    for (const { text, heard } of clean)
      for (const [name, spoil] of Object.entries(spoilings)) {
        const spoiled = spoil(heard)
        if (!spoiled) continue
        const codes = (of: VoiceHabits) =>
          judge({ text, heard: spoiled }, language, of).flags.map(({ code }) => code)
        const isFound = (of: VoiceHabits) =>
          codes(of).some((code) => expected[name]?.includes(code))
        if (!isFound(habits)) missed.push(`${name}: ${codes(habits).join()}`)
        if (gross.includes(name) && !isFound(noHabits)) missed.push(`${name}, at once`)
      }
    const isLikely = (miss: string) => likely.some((name) => miss.startsWith(name))
    expect(missed.filter((miss) => !isLikely(miss))).toEqual([])
    expect(missed.filter(isLikely).length).toBeLessThanOrEqual(2)

    const other = await open(otherEngine)
    for (const text of tested) {
      const { flags } = judge({ text, heard: say(other, otherVoice, text) }, language, habits)
      expect(flags.map(({ code }) => code)).toContain('other-voice')
    }
  })
})

it('knows a name for every spoiling', () => {
  expect(Object.keys(expected).toSorted()).toEqual(Object.keys(spoilings).toSorted())
})
