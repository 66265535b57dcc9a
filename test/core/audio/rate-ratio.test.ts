// Pairs of rates as the smallest whole numbers.
import { expect, it } from 'vitest'
import { rateRatio } from '../../../src/core/audio/rate-ratio.ts'

it.each([
  [24_000, 44_100, { up: 147, down: 80 }],
  [48_000, 24_000, { up: 1, down: 2 }],
  [22_050, 22_050, { up: 1, down: 1 }],
])('of %i Hz to %i Hz', (from, to, ratio) => {
  expect(rateRatio(from, to)).toEqual(ratio)
})
