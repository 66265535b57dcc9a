// The speech server's real sound, and that each spoiled one is spoiled in its own way.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { digestBytes } from '../../src/core/base/digest.ts'
import { nativeEngine } from '../../src/io/codecs/native/native-engine.ts'
import { askSpeech, sentence, soundOf } from './ask-speech.ts'
import type { ProfileName } from './profiles.ts'
import { createSpeechServer, type SpeechServer } from './speech-server.ts'
import { sampleRate, type Sound } from './tone.ts'

let folder: string
let server: SpeechServer
let plain: Sound
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-speech-sounds-'))
  server = await createSpeechServer({ soundFolder: folder, timeScale: 0.01 })
  await server.prepare([sentence])
  plain = soundOf(await askSpeech(server.port))
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => server.reset())

const spoken = async (model: ProfileName, speed = 1) =>
  soundOf(await askSpeech(server.port, { model, speed }))
const secondsOf = ({ samples }: Sound) => samples.length / sampleRate
const at = (samples: Int16Array, from: number, to: number) =>
  samples.subarray(Math.round(from * samples.length), Math.round(to * samples.length))
/** By digest: a difference of half a million samples is no message. */
const heard = ({ samples, sampleRate: rate }: Sound) => ({
  rate,
  count: samples.length,
  digest: digestBytes(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)),
})
const part = (samples: Int16Array) => heard({ samples, sampleRate })
const mean = (samples: Int16Array) => samples.reduce((sum, each) => sum + each, 0) / samples.length

describe('the speech', () => {
  it('is espeak’s, as long as the sentence', () => {
    expect(plain.sampleRate).toBe(sampleRate)
    expect(secondsOf(plain)).toBeGreaterThan(4)
    expect(secondsOf(plain)).toBeLessThan(8)
  })

  it('is spoken once and kept, also for the next server', async () => {
    const files = readdirSync(folder)
    expect(files).toHaveLength(1)
    const next = await createSpeechServer({ soundFolder: folder })
    expect(heard(soundOf(await askSpeech(next.port)))).toEqual(heard(plain))
    await next.close()
    expect(readdirSync(folder)).toEqual(files)
  })

  it('of one text asked for by many at once is made once', async () => {
    const own = mkdtempSync(join(tmpdir(), 'lectern-speech-sounds-'))
    const other = await createSpeechServer({ soundFolder: own })
    const answers = await Promise.all([1, 2, 3].map(() => askSpeech(other.port)))
    for (const answer of answers) expect(heard(soundOf(answer))).toEqual(heard(plain))
    expect(readdirSync(own)).toHaveLength(1)
    await other.close()
    expect(existsSync(own)).toBe(true)
    rmSync(own, { recursive: true })
  })
})

describe('a spoiled answer', () => {
  it.each(['wav-ffffffff', 'wav-zero', 'wav-2e9', 'wav-trailing-junk'] as const)(
    '%s still holds the whole sound',
    async (name) => {
      expect(heard(await spoken(name))).toEqual(heard(plain))
    },
  )

  it('has its second header in the middle of the sound', async () => {
    const { samples } = await spoken('wav-second-header')
    const half = plain.samples.length >> 1
    expect(samples.length).toBe(plain.samples.length + 22)
    expect(part(samples.subarray(0, half))).toEqual(part(plain.samples.subarray(0, half)))
    expect(part(samples.subarray(half + 22))).toEqual(part(plain.samples.subarray(half)))
  })

  it('is MP3 that the codecs know, under the name of WAV', async () => {
    const answer = await askSpeech(server.port, { model: 'mp3-as-wav' })
    const path = join(folder, 'answer.wav')
    writeFileSync(path, answer?.bytes ?? '')
    const sound = nativeEngine.decodeFile(path)
    rmSync(path)
    expect(sound?.sampleRate).toBe(sampleRate)
    expect((sound?.samples.length ?? 0) / sampleRate).toBeCloseTo(secondsOf(plain), 0)
  })

  it('declares another rate than it has', async () => {
    expect(heard(await spoken('wrong-rate'))).toEqual({ ...heard(plain), rate: 24_000 })
  })

  it('lacks its last two seconds', async () => {
    const { samples } = await spoken('missing-tail')
    expect(part(samples)).toEqual(part(plain.samples.subarray(0, -2 * sampleRate)))
  })

  it('lacks its middle', async () => {
    expect(secondsOf(await spoken('missing-middle'))).toBeCloseTo(secondsOf(plain) * 0.55, 1)
  })

  it('says it twice', async () => {
    expect(secondsOf(await spoken('repeated'))).toBeCloseTo(secondsOf(plain) * 2 + 0.2, 3)
  })

  it('is silent for eight seconds', async () => {
    const longer = await spoken('dead-air')
    expect(secondsOf(longer)).toBeCloseTo(secondsOf(plain) + 8, 3)
    expect(at(longer.samples, 0.4, 0.6).every((sample) => sample === 0)).toBe(true)
  })

  it('is clipped, noise, or off the middle', async () => {
    const full = ({ samples }: Sound) => samples.filter((each) => each === 32_767).length
    expect(full(plain)).toBeLessThan(10)
    expect(full(await spoken('clipped'))).toBeGreaterThan(100)
    expect((await spoken('noise')).samples.length).toBe(plain.samples.length)
    expect(mean((await spoken('offset')).samples) - mean(plain.samples)).toBeGreaterThan(1500)
  })

  it('is another voice’s, at the same rate', async () => {
    const other = await spoken('other-voice')
    expect(other.sampleRate).toBe(sampleRate)
    expect(heard(other)).not.toEqual(heard(plain))
    expect(secondsOf(other) / secondsOf(plain)).toBeGreaterThan(0.6)
    expect(secondsOf(other) / secondsOf(plain)).toBeLessThan(1.6)
  })

  it('heeds no speed', async () => {
    expect(secondsOf(await spoken('normal', 2))).toBeLessThan(secondsOf(plain) * 0.7)
    expect(heard(await spoken('ignores-speed', 2))).toEqual(heard(plain))
  })
})
