// FLAC in fragmented MP4, read back box by box.
import { expect, test } from 'vitest'
import { flacFragment } from '../../../src/core/export/flac-fragment.ts'
import { languageCode } from '../../../src/core/export/language-code.ts'
import { find, readBoxes } from './read-boxes.ts'

test('a fragment tells the duration and size of every frame, and where the first begins', () => {
  const frames = [new Uint8Array(700).fill(1), new Uint8Array(300).fill(2)]
  const info = new Uint8Array(34)
  const file = flacFragment({ sampleRate: 24_000, info, frames, blockSamples: 4608, samples: 5000 })
  const boxes = readBoxes(file)
  expect(boxes.map(({ type }) => type)).toEqual(['ftyp', 'moov', 'moof', 'mdat'])
  const run = find(boxes, 'moof/traf/trun').body
  const numbers = Array.from({ length: 6 }, (_, i) => run.getUint32(4 + i * 4))
  expect(numbers).toEqual([2, expect.any(Number), 4608, 700, 392, 300])
  expect(file[find(boxes, 'moof').start + (numbers[1] ?? 0)]).toBe(1)
  expect(find(boxes, 'mdat').body.byteLength).toBe(1000)
})

test('frames that do not hold the samples are refused', () => {
  const short = { sampleRate: 24_000, info: new Uint8Array(34), frames: [], blockSamples: 4608 }
  expect(() => flacFragment({ ...short, samples: 1 })).toThrow(/hold the samples/)
})

test.each([
  ['en-GB', 'eng'],
  ['de', 'deu'],
  ['zh-Hans', 'zho'],
  ['grc', 'grc'],
  ['x-klingon', 'und'],
  ['', 'und'],
])('%s is %s in an MP4', (tag, code) => expect(languageCode(tag)).toBe(code))
