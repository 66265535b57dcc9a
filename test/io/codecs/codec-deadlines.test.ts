// Time grows with the work, and is never so little that a slow machine would lose it.
import { expect, test } from 'vitest'
import {
  encodeDeadlineMs,
  prepareDeadlineMs,
  previewDeadlineMs,
  writeDeadlineMs,
} from '../../../src/io/codecs/codec-deadlines.ts'

const minute = 60_000
const bookOf = (bytes: number) => ({
  chapters: [{ title: '', samples: 0, groups: [{ key: '', samples: 0, bytes }] }],
})

test.each([
  ['a segment', prepareDeadlineMs, 12],
  ['a minute to encode', encodeDeadlineMs(60 * 24_000, { codec: 'pcm', sampleRate: 24_000 }), 3],
  ['ten minutes to hear', previewDeadlineMs(600 * 24_000), 12],
  ['nothing to copy', writeDeadlineMs(bookOf(0)), 2],
  ['a day of samples to copy', writeDeadlineMs(bookOf(86_400 * 48_000)), 272],
])('%s has its minutes', (_, deadlineMs, minutes) => {
  expect(Math.round(deadlineMs / minute)).toBe(minutes)
})
