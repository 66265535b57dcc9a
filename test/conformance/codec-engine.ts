// What every codec engine promises: lengths, priming, equality, what decodes and what is refused.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportFormat } from '../../src/contract/index.ts'
import { encodingOf } from '../../src/core/export/encoding-of.ts'
import { layOutPackets } from '../../src/core/export/packet-layout.ts'
import type { CodecEngine, PacketEncoding } from '../../src/io/codecs/codec-engine.ts'
import { encodeFlac, flacFile } from '../../src/io/codecs/flac-file.ts'
import { measureSound } from '../../src/io/codecs/measure-sound.ts'
import { encodeSound, fileOf } from '../io/codecs/encoded.ts'
import { lag } from '../io/codecs/reference-tools.ts'
import { joinSamples } from '../../src/core/audio/join-samples.ts'
import { createNoise, syllables, wavFile } from '../io/codecs/sounds.ts'

const rate = 24_000
const frame = 1024
const frames = (seconds: number) => Math.round((seconds * rate) / frame) * frame

/** Registers the suite. `decodesAac`: what an engine cannot, it must refuse as no sound. */
export function describeCodecEngine(
  open: () => Promise<CodecEngine>,
  { decodesAac }: { decodesAac: boolean },
): void {
  let engine: CodecEngine
  let folder: string
  beforeAll(async () => {
    engine = await open()
    folder = mkdtempSync(join(tmpdir(), 'lectern-engine-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const encode = (samples: Int16Array, encoding: PacketEncoding, sampleRate = rate) =>
    encodeSound(samples, sampleRate, encoding, engine)
  const aac = (samples: Int16Array, bitRate = 64_000) => encode(samples, { codec: 'aac', bitRate })
  const flacOf = async (samples: Int16Array, sampleRate = rate) =>
    flacFile(await encodeFlac(engine, { samples, sampleRate }))
  const put = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const tags = { title: 'Tale', authors: ['A. Author'], narrator: 'Eva', language: 'en' }
  const finished = async (format: ExportFormat, samples: Int16Array) => {
    const piece = await encodeSound(samples, rate, encodingOf({ format }), engine)
    const chapters = [{ title: 'One', pieces: 1 }]
    return put(
      `one.${format}`,
      fileOf(format, { pieces: [piece], chapters, tags, cover: null }).whole,
    )
  }

  describe('AAC', () => {
    test('has a packet a frame, and those of its priming', async () => {
      for (const count of [1, 2, 3, 50]) {
        const samples = syllables(count * frame, rate, count)
        const { sizes, bytes, config, primingSamples } = await aac(samples)
        expect(sizes).toHaveLength(count + primingSamples / frame)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes.length)
        // AAC-LC, 24 kHz, mono, and a note that there is no SBR: without it players double the rate.
        expect(Buffer.from(config).toString('hex')).toBe('130856e500')
      }
    })

    test('of groups is one stream as long as they are, at any rate', async () => {
      for (const sampleRate of [22_050, 24_000, 44_100, 48_000]) {
        const encoding = { codec: 'aac', bitRate: 64_000 } as const
        const groups = await Promise.all(
          [3, 7].map((count) =>
            encode(syllables(count * frame, sampleRate, count), encoding, sampleRate),
          ),
        )
        expect(layOutPackets(groups, frame, groups[0]?.primingSamples ?? 0).samples).toBe(
          10 * frame,
        )
      }
    })

    test('stays near the rate that was asked for, at most half above it for the worst sound', async () => {
      const noise = createNoise(3)
      const worst = Int16Array.from({ length: frames(4) }, () => noise() * 0.9 * 32_767)
      const voice = syllables(frames(4), rate, 3)
      const kilobits = async (samples: Int16Array, asked: number) =>
        ((await aac(samples, asked)).bytes.length * 8 * rate) / samples.length / 1000
      for (const asked of [32_000, 64_000, 96_000]) {
        expect(await kilobits(voice, asked)).toBeGreaterThan((asked / 1000) * 0.5)
        expect(await kilobits(voice, asked)).toBeLessThan((asked / 1000) * 1.25)
        expect(await kilobits(worst, asked)).toBeLessThan((asked / 1000) * 1.5)
      }
    })

    test('of silence is next to nothing, and of nothing is nothing', async () => {
      expect((await aac(new Int16Array(frames(2)))).bytes.length).toBeLessThan(1000)
      expect((await aac(new Int16Array(0))).sizes).toHaveLength(0)
    })

    test('refuses what is no whole number of frames', async () => {
      await expect(aac(new Int16Array(1000))).rejects.toThrow(/whole frames/)
    })
  })

  describe('packets', () => {
    const encodings: PacketEncoding[] = [
      { codec: 'aac', bitRate: 64_000 },
      { codec: 'mp3', bitRate: 64_000 },
      { codec: 'mp3', quality: 4 },
      { codec: 'opus', bitRate: 32_000 },
      { codec: 'flac', blockSamples: 1024 },
    ]

    test.each(encodings)(
      'of equal samples are equal, whatever was encoded before: %o',
      async (encoding) => {
        const samples = syllables(20 * frame, rate, 1)
        const first = await encode(samples, encoding)
        await encode(syllables(20 * frame, rate, 2), encoding)
        expect(await encode(samples, encoding)).toEqual(first)
      },
    )

    test.each(encodings)(
      'hold all samples and what is put in front of them: %o',
      async (encoding) => {
        const samples = syllables(40 * frame, rate, 1)
        const { sizes, frameSamples, primingSamples } = await encode(samples, encoding)
        const spare = sizes.length * frameSamples - samples.length - primingSamples
        expect(spare).toBeGreaterThanOrEqual(0)
        // LAME ends with frames that belong to no sound.
        expect(spare).toBeLessThan(4 * frameSamples)
      },
    )

    test('come in any portions the same', async () => {
      const samples = syllables(40 * frame, rate, 1)
      for (const encoding of encodings) {
        const encoder = await engine.openEncoder(encoding, rate)
        for (let at = 0; at < samples.length; at += 3001)
          await encoder.add(samples.subarray(at, at + 3001))
        const { bytes } = await encoder.end()
        expect(Buffer.compare(bytes, (await encode(samples, encoding)).bytes)).toBe(0)
      }
    })

    test('that nobody wants any more are let go of', async () => {
      for (const encoding of encodings) {
        const encoder = await engine.openEncoder(encoding, rate)
        await encoder.add(syllables(5000, rate, 1))
        encoder.free()
        encoder.free()
      }
    })
  })

  describe('FLAC', () => {
    test('gives every sample back, at any rate and length', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 20_000 }),
          fc.constantFrom(8000, 16_000, 22_050, 24_000, 44_100, 48_000),
          fc.integer({ min: 0, max: 2 ** 31 }),
          async (count, sampleRate, seed) => {
            const samples = syllables(count, sampleRate, seed)
            const decoded = engine.decodeFlac(await flacOf(samples, sampleRate))
            expect(decoded).toEqual({ samples, sampleRate })
          },
        ),
        { numRuns: 30 },
      )
    })

    test('gives full-scale noise back', async () => {
      const noise = createNoise(7)
      const samples = Int16Array.from({ length: 30_000 }, () => Math.round(noise() * 32_767))
      expect(engine.decodeFlac(await flacOf(samples))?.samples).toEqual(samples)
    })

    test('that is cut, empty or something else is no sound, and no crash', async () => {
      const file = await flacOf(syllables(50_000, 22_050, 1), 22_050)
      for (const length of [0, 3, 41, 42, 100, 5000, file.length - 1])
        expect(engine.decodeFlac(file.subarray(0, length))).toBeNull()
      expect(
        engine.decodeFlac(Buffer.from('RIFF and nothing that FLAC would begin with, but long')),
      ).toBeNull()
    })

    test('with wrong bytes in it never passes for what it was', async () => {
      const samples = syllables(30_000, rate, 1)
      const file = await flacOf(samples)
      for (const at of [60, 500, 9000, file.length - 30]) {
        const damaged = Buffer.from(file)
        damaged.fill(0x5a, at, at + 8)
        expect(engine.decodeFlac(damaged)?.samples).not.toEqual(samples)
      }
      expect(engine.decodeFlac(file)?.samples).toEqual(samples)
    })
  })

  describe('an answer', () => {
    const samples = syllables(40 * frame, rate, 5)

    test('in FLAC is decoded to the sample, known by its content', async () => {
      const path = put('answer.mp3', await flacOf(samples))
      expect(await engine.decodeFile(path)).toEqual({ samples, sampleRate: rate })
    })

    test.each([
      ['mp3', rate],
      ['opus', 48_000],
    ] as const)('in %s is as long as it was, and in its place', async (format, heardRate) => {
      const decoded = await engine.decodeFile(await finished(format, samples))
      expect(decoded?.sampleRate).toBe(heardRate)
      const step = heardRate / rate
      const heard = decoded?.samples.filter((_, index) => index % step === 0) ?? samples
      expect(heard.length).toBe(samples.length)
      expect(Math.abs(lag(samples, heard, 9000, 8000, 40))).toBeLessThanOrEqual(2)
    })

    test(`in M4A is ${decodesAac ? 'decoded' : 'refused'}`, async () => {
      const path = await finished('m4a', samples)
      const decoded = await engine.decodeFile(path)
      expect(decoded?.samples.length ?? null).toBe(decodesAac ? samples.length : null)
    })

    test('in two channels is mixed to one', async () => {
      const pairs = Int16Array.from({ length: 4000 }, (_, index) => (index % 2 === 0 ? 8000 : 4000))
      const file = wavFile(pairs, 8000)
      file.writeUInt16LE(2, 22)
      file.writeUInt16LE(4, 32)
      file.writeUInt32LE(32_000, 28)
      const decoded = await engine.decodeFile(put('stereo.wav', file))
      expect(decoded?.samples).toEqual(new Int16Array(2000).fill(6000))
    })

    test('that holds no sound is null, and so is a file that is not there', async () => {
      expect(await engine.decodeFile(put('text', Buffer.from('no sound at all')))).toBeNull()
      expect(await engine.decodeFile(put('empty', Buffer.alloc(0)))).toBeNull()
      expect(await engine.decodeFile(join(folder, 'nowhere'))).toBeNull()
    })
  })

  describe('a finished file', () => {
    const sound = joinSamples([
      new Int16Array(frames(0.5)),
      syllables(frames(3), rate, 4),
      new Int16Array(frames(1)),
    ])
    const measured = (path: string) => measureSound(engine, path)
    const formats = (['mp3', 'opus', 'flac', 'wav', 'm4b'] as const).filter(
      (format) => decodesAac || format !== 'm4b',
    )

    test.each(formats)('as %s is measured as it is heard', async (format) => {
      const measure = await measured(await finished(format, sound))
      expect(measure).toMatchObject({ channels: 1, damaged: 0, chapters: format === 'wav' ? 0 : 1 })
      expect(measure.sampleRate).toBe(format === 'opus' ? 48_000 : rate)
      expect(Math.abs(measure.durationSeconds - sound.length / rate)).toBeLessThan(0.03)
      expect(Math.abs(measure.headSeconds - 0.5)).toBeLessThan(0.05)
      expect(Math.abs(measure.tailSeconds - 1)).toBeLessThan(0.2)
      expect(measure.isConstantRate).toBe(format === 'mp3' ? true : null)
    })

    test('that cannot be decoded is not sound', async () => {
      const words = put('words.mp3', Buffer.from('These are words and no sound. '.repeat(100)))
      await expect(measured(words)).rejects.toMatchObject({
        failure: { code: 'not-sound', params: { name: 'words.mp3' } },
      })
      if (decodesAac) return
      await expect(measured(await finished('m4b', sound))).rejects.toMatchObject({
        failure: { code: 'not-sound', params: { name: 'one.m4b', format: 'M4A or M4B' } },
      })
    })

    test('with wrong bytes in it is measured all the same', async () => {
      const path = await finished('mp3', sound)
      const good = await measured(path)
      const damaged = readFileSync(path)
      damaged.fill(0x5a, damaged.length / 2, damaged.length / 2 + 400)
      const bad = await measured(put('damaged.mp3', damaged))
      expect(Math.abs(bad.durationSeconds - good.durationSeconds)).toBeLessThan(0.5)
      expect(Math.abs(bad.rmsDb - good.rmsDb)).toBeLessThan(3)
    })
  })
}
