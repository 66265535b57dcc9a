// How formats are encoded.
import { expect, test } from 'vitest'
import { rateFor } from '../../../src/core/export/encoding-of.ts'

test('a codec is given the rate of the book, or one above that it knows', () => {
  expect(rateFor({ codec: 'mp3' }, 44_100)).toBe(44_100)
  expect(rateFor({ codec: 'opus' }, 44_100)).toBe(48_000)
  expect(rateFor({ codec: 'opus' }, 24_000)).toBe(24_000)
})
