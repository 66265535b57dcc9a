// Captions as their formats want them.
import { expect, it } from 'vitest'
import { captionsOf } from '../../../src/core/export/captions.ts'

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
