// Captions as their formats want them.
import { expect, it } from 'vitest'
import { captionsOf } from '../../../src/core/export/captions.ts'
import { shortCues, lineText } from '../../../src/core/export/cue-lines.ts'
import { paceOf, secondsAt } from '../../../src/core/export/word-pace.ts'

const cues = [
  { start: 0.5, end: 2.2504, text: ' Tom & <i>Jerry</i> \n\n ran --> away. ' },
  { start: 3, end: 3.1, text: '  ' },
  { start: 3725.9996, end: 3727, text: 'The end.' },
]

it('SubRip counts its cues and points with commas', () => {
  expect(captionsOf(cues, 'srt')).toBe(
    '1\n00:00:00,500 --> 00:00:02,250\nTom & <i>Jerry</i>\nran → away.\n\n' +
      '2\n01:02:06,000 --> 01:02:07,000\nThe end.\n',
  )
})

it('WebVTT has a head and signs of its own', () => {
  expect(captionsOf(cues, 'vtt')).toBe(
    'WEBVTT\n\n00:00:00.500 --> 00:00:02.250\nTom &amp; &lt;i&gt;Jerry&lt;/i&gt;\nran → away.\n\n' +
      '01:02:06.000 --> 01:02:07.000\nThe end.\n',
  )
})

it('labels for Audacity are seconds and words between tabs', () => {
  expect(captionsOf(cues, 'labels')).toBe(
    '0.500000\t2.250400\tTom & <i>Jerry</i> ran --> away.\n' +
      '3725.999600\t3727.000000\tThe end.\n',
  )
})

/** Ten letters a second, from the first second on. */
const steady = (text: string) =>
  paceOf([], { length: text.length, from: 1, to: 1 + text.length / 10 })

const shown = (text: string) =>
  shortCues(text, steady(text), 1 + text.length / 10).map(({ lines }) =>
    lines.map((line) => lineText(line)),
  )

it.each([
  ['a short line stays one', 'The end.', [['The end.']]],
  [
    'two even lines hold what one cannot',
    'The lamp burned low in the window while nobody came.',
    [['The lamp burned low in the', 'window while nobody came.']],
  ],
  [
    'a long one is parted where a reader takes breath',
    'She had waited for the ferry all the morning, and most of the afternoon too; then she went home, and nobody ever saw her at the quay again.',
    [
      ['She had waited for the ferry all the', 'morning, and most of the afternoon too;'],
      ['then she went home, and nobody', 'ever saw her at the quay again.'],
    ],
  ],
  [
    'no word is left alone',
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
    [
      ['one two three four five six seven', 'eight nine ten eleven twelve'],
      ['thirteen fourteen fifteen sixteen'],
    ],
  ],
  [
    'lines of verse stay lines',
    'Tyger, tyger,\nburning bright,',
    [['Tyger, tyger,', 'burning bright,']],
  ],
  [
    'without spaces lines end between words',
    '今日はとても良い天気なので、近くの公園まで散歩に行きました。',
    [['今日はとても良い天気なので、', '近くの公園まで散歩に行きました。']],
  ],
])('%s', (_, text, lines) => {
  expect(shown(text)).toEqual(lines)
})

it('words whose time is known are shown in time, those between have their share by their letters', () => {
  const text = 'One & two three four.'
  const known = [
    { at: 6, seconds: 3 },
    { at: 16, seconds: 5 },
  ]
  const pace = paceOf(known, { length: text.length, from: 1, to: 7 })
  expect(secondsAt(pace, text.indexOf('three'))).toBeCloseTo(3.8)
  const cue = { start: 1, end: 7, text, pace }
  expect(captionsOf([cue], 'vtt-words')).toBe(
    'WEBVTT\n\n00:00:01.000 --> 00:00:07.000\nOne <00:00:02.333>&amp; <00:00:03.000>two <00:00:03.800>three <00:00:05.000>four.\n',
  )
  // A word is lit within its cue, or the file is none.
  const late = paceOf([...known, { at: 18, seconds: 6.9997 }], {
    length: text.length,
    from: 1,
    to: 7,
  })
  const cues = captionsOf([{ ...cue, text: `${text.slice(0, 18)} r`, pace: late }], 'vtt-words')
  expect(cues).not.toMatch(/<00:00:07.000>/)
  // What goes back, lies outside or is said twice is no time.
  const wrong = [{ at: 4, seconds: 9 }, ...known, { at: 17, seconds: 4 }, { at: 90, seconds: 6 }]
  expect(paceOf(wrong, { length: text.length, from: 1, to: 7 })).toEqual(pace)
})
