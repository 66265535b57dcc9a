// Time grows with the work, and is never so little that a slow machine would lose it.
import { expect, test } from 'vitest'
import {
  measureDeadlineMs,
  prepareDeadlineMs,
  renderDeadlineMs,
  writeDeadlineMs,
} from '../../../src/io/codecs/codec-deadlines.ts'

const minute = 60_000
const bookOf = (bytes: number) => ({
  chapters: [{ title: '', pieces: [{ key: '', samples: 0, fileSamples: 0, start: 0, bytes }] }],
})

test.each([
  ['a segment', prepareDeadlineMs, 12],
  ['a minute to encode', renderDeadlineMs({ samples: 60 * 24_000, sampleRate: 24_000 }), 3],
  ['ten minutes to hear', renderDeadlineMs({ samples: 600 * 44_100, sampleRate: 44_100 }), 12],
  ['nothing to copy', writeDeadlineMs(bookOf(0)), 2],
  ['an hour of the smallest sound to measure', measureDeadlineMs(3600 * 2000), 4],
  ['ten hours of MP3 to measure', measureDeadlineMs(36_000 * 24_000), 227],
  ['a day of samples to copy', writeDeadlineMs(bookOf(86_400 * 48_000)), 272],
])('%s has its minutes', (_, deadlineMs, minutes) => {
  expect(Math.round(deadlineMs / minute)).toBe(minutes)
})
