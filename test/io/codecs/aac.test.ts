// AAC as the M4B writer counts on it.
import { describe, expect, test } from 'vitest'
import { encodeSound } from './encoded.ts'
import { createNoise, syllables } from './sounds.ts'

const rate = 24_000
const aacFrameSamples = 1024

const encodeAac = (samples: Int16Array, sampleRate: number, bitRate: number) =>
  encodeSound(samples, sampleRate, { codec: 'aac', bitRate })
const seconds = (count: number) => Math.round((count * rate) / aacFrameSamples) * aacFrameSamples

describe('AAC', () => {
  test('has a packet a frame, and those of its priming', async () => {
    for (const frames of [1, 2, 3, 50]) {
      const samples = syllables(frames * aacFrameSamples, rate, frames)
      const { sizes, bytes, config, primingSamples } = await encodeAac(samples, rate, 64_000)
      expect(sizes).toHaveLength(frames + primingSamples / aacFrameSamples)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes.length)
      // AAC-LC, 24 kHz, mono, and a note that there is no SBR: without it players double the rate.
      expect(Buffer.from(config).toString('hex')).toBe('130856e500')
    }
  })

  test('of equal samples is equal, whatever was encoded before', async () => {
    const samples = syllables(20 * aacFrameSamples, rate, 1)
    const first = await encodeAac(samples, rate, 64_000)
    await encodeAac(syllables(20 * aacFrameSamples, rate, 2), rate, 64_000)
    expect(await encodeAac(samples, rate, 64_000)).toEqual(first)
  })

  test('stays near the rate that was asked for, at most half above it for the worst sound', async () => {
    const noise = createNoise(3)
    const worst = Int16Array.from({ length: seconds(5) }, () => noise() * 0.9 * 32_767)
    const voice = syllables(seconds(5), rate, 3)
    const kilobits = async (samples: Int16Array, asked: number) =>
      ((await encodeAac(samples, rate, asked)).bytes.length * 8 * rate) / samples.length / 1000
    for (const asked of [32_000, 64_000, 96_000]) {
      expect(await kilobits(voice, asked)).toBeGreaterThan((asked / 1000) * 0.5)
      expect(await kilobits(voice, asked)).toBeLessThan((asked / 1000) * 1.25)
      expect(await kilobits(worst, asked)).toBeLessThan((asked / 1000) * 1.5)
    }
  })

  test('of silence is next to nothing, and of nothing is nothing', async () => {
    expect((await encodeAac(new Int16Array(seconds(2)), rate, 64_000)).bytes.length).toBeLessThan(
      1000,
    )
    expect((await encodeAac(new Int16Array(0), rate, 64_000)).sizes).toHaveLength(0)
  })

  test('refuses what is no whole number of frames', async () => {
    await expect(encodeAac(new Int16Array(1000), rate, 64_000)).rejects.toThrow(/whole frames/)
  })
})
