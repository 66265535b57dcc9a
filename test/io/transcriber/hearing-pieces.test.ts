// Long sounds in pieces, and tokens as words.
import { expect, it } from 'vitest'
import { cutAtSilence } from '../../../src/io/transcriber/on-disk/cut-at-silence.ts'
import { wordsOf } from '../../../src/io/transcriber/on-disk/token-words.ts'

it('a long sound is cut where it is quiet, without a gap, and a short one is left whole', () => {
  const rate = 1000
  const samples = Int16Array.from({ length: 70 * rate }, (_, at) =>
    [20, 45].some((quiet) => Math.abs(at / rate - quiet) < 0.2) ? 0 : at % 2 ? 9000 : -9000,
  )
  const pieces = cutAtSilence(samples, rate, 28)
  expect(pieces.map(({ from }) => from).slice(1)).toEqual(pieces.map(({ to }) => to).slice(0, -1))
  expect(pieces.at(-1)?.to).toBe(samples.length)
  for (const [index, { to }] of pieces.slice(0, -1).entries())
    expect(Math.abs(to / rate - ([20, 45][index] ?? 0))).toBeLessThan(0.2)
  expect(cutAtSilence(samples.subarray(0, 9000), rate, 28)).toEqual([{ from: 0, to: 9000 }])
})

it.each([
  [
    'pieces of words are put together',
    {
      text: 'low lamps',
      tokens: [' l', 'ow', ' lamp', 's'],
      timestamps: [0, 0.2, 0.5, 0.7],
      durations: [],
    },
    [
      ['low', 10, 10.5],
      ['lamps', 10.5, 11.7],
    ],
  ],
  [
    'a token that says how long it lasts is believed',
    { text: 'a b', tokens: ['▁a', '▁b'], timestamps: [0, 3], durations: [0.3, 0.2] },
    [
      ['a', 10, 10.3],
      ['b', 13, 13.2],
    ],
  ],
  [
    'without spaces each token is a word',
    { text: '你好', tokens: ['你', '好'], timestamps: [0, 1], durations: [] },
    [
      ['你', 10, 11],
      ['好', 11, 12],
    ],
  ],
  ['nothing heard is no word', { text: ' ', tokens: [], timestamps: [], durations: [] }, []],
  [
    'a model that does not say knows none',
    { text: 'a', tokens: ['a'], timestamps: [], durations: [] },
    null,
  ],
])('%s', (_, heard, words) => {
  const found = wordsOf(heard, { from: 10, to: 20 })
  const rounded = found?.map(({ word, start, end }) => [word, +start.toFixed(3), +end.toFixed(3)])
  expect(rounded ?? null).toEqual(words)
})
