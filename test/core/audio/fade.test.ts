import { expect, test } from 'vitest'
import { fadeIn, fadeOut } from '../../../src/core/audio/fade.ts'

test('fades rise and fall from near nothing, each with the same shape', () => {
  const samples = new Float32Array(100).fill(1)
  fadeIn(samples, 20)
  fadeOut(samples, 20)
  expect(samples[0]).toBeLessThan(0.01)
  expect(samples[99]).toBe(samples[0])
  expect(samples.subarray(20, 80)).toEqual(new Float32Array(60).fill(1))
  for (let i = 1; i < 20; i++)
    expect(samples[i] as number).toBeGreaterThan(samples[i - 1] as number)
})

test('fades of a very short sound meet in its middle at most', () => {
  const samples = new Float32Array(11).fill(1)
  fadeIn(samples, 100)
  fadeOut(samples, 100)
  expect(samples[5]).toBe(1)
})
