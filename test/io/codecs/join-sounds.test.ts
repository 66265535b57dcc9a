// Parts that were asked for apart become one sound.
import { describe, expect, test } from 'vitest'
import { joinSounds } from '../../../src/io/codecs/join-sounds.ts'

const rate = 24_000
/** Half a second of silence, a second of tone, half a second of silence. */
const tone = (sampleRate = rate) => ({
  sampleRate,
  samples: Int16Array.from({ length: sampleRate * 2 }, (_, at) =>
    at < sampleRate / 2 || at >= sampleRate * 1.5 ? 0 : Math.round(8000 * Math.sin(at / 9)),
  ),
})

describe('sounds that are joined', () => {
  test('stay as they came where there is one alone', () => {
    const one = tone()
    expect(joinSounds([one])).toBe(one)
  })

  test('lose their own silence and get the pause that was asked for', () => {
    const { samples, sampleRate } = joinSounds([tone(), { pauseMs: 1000 }, tone()])
    expect(sampleRate).toBe(rate)
    // A second each, the pause, and an edge of 40 ms (by windows of 5 ms) at each of four ends.
    expect(Math.abs(samples.length / rate - 3.16)).toBeLessThan(0.03)
  })

  test('are brought to the rate of the first', () => {
    const { samples, sampleRate } = joinSounds([tone(), { pauseMs: 500 }, tone(16_000)])
    expect(sampleRate).toBe(rate)
    expect(Math.abs(samples.length / rate - 2.66)).toBeLessThan(0.03)
  })
})
