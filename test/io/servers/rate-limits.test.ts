// Limits and pauses in all the spellings that servers use.
import { describe, expect, it } from 'vitest'
import { readRateLimits, readRetryAfter } from '../../../src/io/servers/rate-limits.ts'
import { spanMs } from '../../../src/io/servers/time-words.ts'

const now = Date.parse('2026-11-20T10:00:00Z')
const answer = (headers: Record<string, string>, body = '') => ({
  status: 429,
  headers: new Headers(headers),
  body,
})

describe('a span of time', () => {
  it.each([
    ['90', 90_000],
    ['0.4', 400],
    ['12ms', 12],
    ['1m2s', 62_000],
    ['6m0s', 360_000],
    ['1h0m0.5s', 3_600_500],
    ['20s', 20_000],
    [String(now / 1000 + 7), 7000],
    [String(now + 7000), 7000],
    ['Fri, 20 Nov 2026 10:00:30 GMT', 30_000],
    ['2026-11-20T10:01:00Z', 60_000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['-1', null],
    ['soon', null],
    ['', null],
  ])('%j is %s ms', (text, ms) => expect(spanMs(text, now)).toBe(ms))
})

describe('a pause that a server wants', () => {
  it.each([
    ['seconds', { 'retry-after': '90' }, '', 90],
    ['parts of a second', { 'retry-after': '1.2' }, '', 2],
    ['milliseconds', { 'retry-after-ms': '1500', 'retry-after': '9' }, '', 2],
    ['a date', { 'retry-after': 'Fri, 20 Nov 2026 10:00:07 GMT' }, '', 7],
    [
      'a date by a clock that is wrong',
      { date: 'Fri, 20 Nov 2026 08:00:00 GMT', 'retry-after': 'Fri, 20 Nov 2026 08:00:07 GMT' },
      '',
      7,
    ],
    [
      'the limit that is used up',
      {
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '1m2s',
        'x-ratelimit-remaining-tokens': '900',
        'x-ratelimit-reset-tokens': '6m0s',
      },
      '',
      62,
    ],
    ['words', {}, 'Rate limit reached. Please try again in 6m0s. Visit us.', 360],
    ['words with parts', {}, 'Please try again in 1.242s.', 2],
    ['nothing', {}, 'Slow down', null],
  ])('comes as %s', (_, headers, body, seconds) =>
    expect(readRetryAfter(answer(headers, body), now)).toBe(seconds),
  )
})

describe('what is left', () => {
  it('is told of requests, and of tokens as characters', () => {
    expect(
      readRateLimits(
        answer({
          'x-ratelimit-limit-requests': '500',
          'x-ratelimit-remaining-requests': '499',
          'x-ratelimit-reset-requests': '120ms',
          'x-ratelimit-remaining-tokens': '1000',
          'x-ratelimit-reset-tokens': '6m0s',
        }),
        now,
      ),
    ).toEqual({
      requests: { remaining: 499, limit: 500, resetMs: 120 },
      characters: { remaining: 4000, resetMs: 360_000 },
    })
  })

  it.each([
    ['nothing is said', {}],
    [
      'the limit is -1',
      {
        'x-ratelimit-limit-requests': '-1',
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '0',
      },
    ],
    [
      'nothing can be left',
      { 'x-ratelimit-remaining-requests': '-1', 'x-ratelimit-reset-requests': '0' },
    ],
    ['it is not said when', { 'x-ratelimit-remaining-requests': '3' }],
  ])('is not known where %s', (_, headers) =>
    expect(readRateLimits(answer(headers), now)).toBeUndefined(),
  )
})
