// What every source of voices must keep to; each provider and the fake one run through it.
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProviderName, Voice, type SpokenPart } from '../../src/contract/index.ts'
import { readWavHeader } from '../../src/core/audio/read-wav-header.ts'
import type { SpokenSound, VoiceProvider } from '../../src/core/ports/speech.ts'

export type VoiceProviderSubject = {
  provider: VoiceProvider
  /** One that speaks English. */
  voiceId: string
  /** Absolute path. */
  spool: string
  /** Lets time pass for a provider that waits for a clock driven by hand. */
  drive?: () => Promise<void>
  close(): Promise<void>
}

/** The samples of what was spoken, and its rate. */
export function readSpoken(sound: SpokenSound): { samples: Buffer; sampleRate: number } {
  const bytes = readFileSync(sound.file)
  const header = readWavHeader(bytes)
  if (!header) throw new Error('a voice answers with WAV')
  return { samples: bytes.subarray(header.dataOffset), sampleRate: header.sampleRate }
}

/** Registers the suite. */
export function describeVoiceProvider(
  title: string,
  open: () => Promise<VoiceProviderSubject>,
): void {
  describe(title, () => {
    let subject: VoiceProviderSubject
    let voice: Voice
    beforeAll(async () => {
      subject = await open()
      const voices = await subject.provider.voices(new AbortController().signal)
      const found = voices.find(({ id }) => id === subject.voiceId)
      if (!found) throw new Error(`${subject.voiceId} is listed`)
      voice = found
    })
    afterAll(() => subject.close())

    const settle = async <T>(promise: Promise<T>): Promise<T> => {
      let isSettled = false
      const done = () => void (isSettled = true)
      promise.then(done, done)
      while (subject.drive && !isSettled) await subject.drive()
      return promise
    }
    const speak = (spoken: SpokenPart[], rate = 1, signal = new AbortController().signal) =>
      settle(subject.provider.speak({ voice, spoken, rate }, signal))
    /** To the sample; of about the same length where no two renditions are alike. */
    const expectSame = (one: Buffer, other: Buffer) => {
      if (subject.provider.capabilities.deterministic) return expect(one.equals(other)).toBe(true)
      expect(Math.abs(one.length - other.length)).toBeLessThan(other.length / 5)
    }
    const samplesOf = async (text: string, rate = 1) =>
      readSpoken(await speak([{ text }], rate)).samples

    it('says what it is, in words that go together', () => {
      const { name, label, endpointId, endpoints, capabilities } = subject.provider
      expect(ProviderName.safeParse(name).success).toBe(true)
      expect([label, endpointId, ...endpoints]).not.toContain('')
      expect(new Set(endpoints).size).toBe(endpoints.length)
      expect(endpoints.length).toBeGreaterThan(0)
      expect(capabilities.lanes.max).toBeGreaterThanOrEqual(Math.max(1, capabilities.lanes.start))
      expect(capabilities.maxCharacters).toBeGreaterThan(100)
      expect(capabilities.offline || capabilities.kind === 'server').toBe(true)
    })

    it('speaks at each of its endpoints, and at the first where none is named', async () => {
      const spoken = [{ text: 'Here.' }]
      for (const endpoint of subject.provider.endpoints) {
        const request = { voice, spoken, rate: 1, endpoint }
        const sound = await settle(subject.provider.speak(request, new AbortController().signal))
        expectSame(readSpoken(sound).samples, await samplesOf('Here.'))
      }
    })

    it('lists voices of its own, each with an id of its own', async () => {
      const voices = await subject.provider.voices(new AbortController().signal)
      for (const listed of voices) {
        expect(Voice.safeParse(listed).success).toBe(true)
        expect(listed.id).toBe(`${subject.provider.name}:${listed.name}`)
        expect(listed.languages).toEqual(Intl.getCanonicalLocales(listed.languages))
      }
      expect(new Set(voices.map(({ id }) => id)).size).toBe(voices.length)
    })

    it('answers with 16-bit mono in a fresh file of the spool', async () => {
      const [one, other] = [
        await speak([{ text: 'Good day.' }]),
        await speak([{ text: 'Good day.' }]),
      ]
      expect(one.file).not.toBe(other.file)
      expect(dirname(one.file)).toBe(subject.spool)
      const header = readWavHeader(readFileSync(one.file))
      expect(header).toMatchObject({ encoding: 'integer', bitsPerSample: 16, channels: 1 })
      const seconds = (header?.dataBytes ?? 0) / 2 / (header?.sampleRate ?? 1)
      expect(seconds).toBeGreaterThan(0.2)
      expect(seconds).toBeLessThan(3)
    })

    it('gives equal sound for equal requests, whatever was spoken before or beside them', async () => {
      if (!subject.provider.capabilities.deterministic) return
      const text = 'Whan that Aprille with his shoures soote; 1775 times over.'
      const first = await samplesOf(text)
      await samplesOf(
        'Something else altogether, and rather longer than what was spoken before!',
        1.7,
      )
      const others = await Promise.all(
        [text, 'A word.', text, 'Another, quite different sentence?', text].map((each) =>
          samplesOf(each),
        ),
      )
      for (const index of [0, 2, 4]) expect(others[index]?.equals(first)).toBe(true)
    })

    it('speaks faster at a higher rate', async () => {
      const text = 'The rain had stopped before anybody noticed it.'
      const [slow, usual, fast] = [
        await samplesOf(text, 0.7),
        await samplesOf(text),
        await samplesOf(text, 1.6),
      ]
      expect(slow.length).toBeGreaterThan(usual.length)
      expect(fast.length).toBeLessThan(usual.length)
    })

    it('puts a pause in as silence of just that length, or leaves it to the asker', async () => {
      const pauseSeconds = subject.provider.capabilities.pauses ? 0.7 : 0
      const around = (pauseMs: number) =>
        speak([{ text: 'Before.' }, { pauseMs }, { text: 'After.' }])
      const without = readSpoken(await around(0))
      const with700 = readSpoken(await around(700))
      const added = (with700.samples.length - without.samples.length) / 2
      expect(added).toBe(Math.round(with700.sampleRate * pauseSeconds))
    })

    it('joins neighbouring parts into one text, and speaks the text of a part with phonemes', async () => {
      const joined = readSpoken(
        await speak([{ text: 'My name is ' }, { ipa: 'ˈkruːsəʊ', text: 'Crusoe' }, { text: '.' }]),
      )
      expectSame(joined.samples, await samplesOf('My name is Crusoe.'))
    })

    it.each([
      'x < y and then z',
      'Tom & Jerry ran',
      'one\u0000 two three',
      'left [[ right side',
      '🙂 ha, ha, ha',
    ])('speaks all of %j', async (text) => {
      expect((await samplesOf(text)).length).toBeGreaterThan((await samplesOf('x')).length)
    })

    it('says voice-unknown for a voice it does not have', async () => {
      const unknown = { ...voice, id: `${voice.provider}:no/such`, name: 'no/such' }
      const request = { voice: unknown, spoken: [{ text: 'Hello.' }], rate: 1 }
      await expect(
        settle(subject.provider.speak(request, new AbortController().signal)),
      ).rejects.toMatchObject({ failure: { code: 'voice-unknown' } })
    })

    it('is aborted by its signal, before and while it speaks, and goes on with the next', async () => {
      const aborted = AbortSignal.abort(new DOMException('cancelled', 'AbortError'))
      await expect(speak([{ text: 'Never.' }], 1, aborted)).rejects.toMatchObject({
        name: 'AbortError',
      })
      const controller = new AbortController()
      const speaking = speak([{ text: 'On and on. '.repeat(80) }], 1, controller.signal)
      controller.abort()
      await expect(speaking).rejects.toMatchObject({ name: 'AbortError' })
      expect((await samplesOf('And now this.')).length).toBeGreaterThan(0)
    })

    it('comes back by itself after a rest', async () => {
      const before = await samplesOf('Rested.')
      await subject.provider.rest()
      expectSame(await samplesOf('Rested.'), before)
    })
  })
}
