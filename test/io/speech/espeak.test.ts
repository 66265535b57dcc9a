// espeak-ng itself: that its memory comes back, and that our table of voices is its own.
import fc from 'fast-check'
import loadEspeak from '@echogarden/espeak-ng-emscripten'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { digestBytes } from '../../../src/core/base/digest.ts'
import { embeddedEndpoints } from '../../../src/io/speech/embedded-voices.ts'
import { createEspeak, escapeForEspeak } from '../../../src/io/speech/espeak.ts'
import { wordsPerMinute } from '../../../src/io/speech/words-per-minute.ts'
import { espeakVoices } from '../../../src/io/speech/espeak-voices.ts'
import { createSoundBuffer } from '../../../src/io/speech/sound-buffer.ts'
import type { VoiceEngine } from '../../../src/io/speech/voice-engine.ts'

const require = createRequire(import.meta.url)

function digestOf(engine: VoiceEngine, text: string, voice = 'gmw/en-US', rate = 1): string {
  const sound = createSoundBuffer()
  engine.speak(text, { voice, rate }, sound, () => false)
  const { buffer, byteOffset, byteLength } = sound.samples
  return digestBytes(new Uint8Array(buffer, byteOffset, byteLength))
}

function lengthOf(engine: VoiceEngine, text: string, voice = 'gmw/en-US'): number {
  const sound = createSoundBuffer()
  engine.speak(text, { voice, rate: 1 }, sound, () => false)
  return sound.samples.length
}

describe('espeak-ng', () => {
  let engine: VoiceEngine
  let other: VoiceEngine
  beforeAll(async () => {
    engine = await createEspeak()
    other = await createEspeak()
  })

  it('says the same of the same, in every order, on every lane', () => {
    const wish = fc.record({
      text: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom('In 1775, 12 men paid $3.50.', 'Ж, 中 and ß.', 'word '.repeat(60)),
      ),
      voice: fc.constantFrom('gmw/en-US', 'gmw/en-GB-scotland', 'zle/ru', 'roa/fr', 'sit/cmn'),
      rate: fc.constantFrom(0.5, 1, 1.7),
    })
    fc.assert(
      fc.property(fc.array(wish, { minLength: 2, maxLength: 6 }), (wishes) => {
        const say = (from: VoiceEngine, { text, voice, rate }: (typeof wishes)[number]) =>
          digestOf(from, text, voice, rate)
        const forwards = wishes.map((each) => say(engine, each))
        const backwards = wishes.toReversed().map((each) => say(other, each))
        expect(backwards.toReversed()).toEqual(forwards)
      }),
      { numRuns: 12 },
    )
  })

  it('says the same after it was stopped in the middle', () => {
    const expected = digestOf(other, 'Once more, from the start.')
    const sound = createSoundBuffer()
    let chunks = 0
    engine.speak('On and on and on. '.repeat(20), { voice: 'gmw/en', rate: 1 }, sound, () => {
      chunks += 1
      return chunks === 3
    })
    expect(chunks).toBe(3)
    expect(digestOf(engine, 'Once more, from the start.')).toBe(expected)
  })

  it('has the voices of our table and no others, and each of them speaks', async () => {
    const data = readFileSync(require.resolve('@echogarden/espeak-ng-emscripten/espeak-ng.data'))
    const module = await loadEspeak({
      getPreloadedPackage: () => new Uint8Array(data).buffer,
    })
    const listed = new module.eSpeakNGWorker().list_voices()
    const ours = espeakVoices.map(({ name, label }) => `${name} ${label}`)
    expect(listed.map(({ identifier, name }) => `${identifier} ${name.trim()}`).sort()).toEqual(
      ours.toSorted(),
    )
    const silent = listed
      .map(({ identifier }) => lengthOf(engine, 'hello there, 1 2 3', identifier))
      .filter((samples) => samples < 5000)
    expect(silent).toEqual([])
  })

  it('fails for a voice it does not have, and goes on with the next', () => {
    expect(() => lengthOf(engine, 'Hello.', 'gmw/xx')).toThrow(/voice-failed/)
    expect(lengthOf(engine, 'Hello.')).toBeGreaterThan(5000)
  })

  it('reads text as text: no mark-up, no phonemes, no end at a NUL', () => {
    expect(escapeForEspeak('a<b> & [[h@l@U]]\u0000 c\ud800')).toBe(
      'a&lt;b&gt; &amp; [ [h@l@U]]  c\ufffd',
    )
    expect(lengthOf(engine, 'x<y and z')).toBeGreaterThan(2 * lengthOf(engine, 'x'))
    expect(lengthOf(engine, 'one\u0000two')).toBe(lengthOf(engine, 'one two'))
  })

  it('keeps a rate within what the engine knows', () => {
    expect([0.1, 0.5, 1, 1.5, 9].map(wordsPerMinute)).toEqual([80, 88, 175, 263, 450])
  })

  it('is the version that recipes name', () => {
    const { version } = require('@echogarden/espeak-ng-emscripten/package.json') as {
      version: string
    }
    expect(embeddedEndpoints.espeak).toBe(`espeak-ng-wasm@${version}`)
  })
})
