// How large pictures say they are, and what becomes of a cover that is too large to decode.
import { describe, expect, test } from 'vitest'
import { coverEvent } from '../../../src/core/book/cover-event.ts'
import { maxCoverPixels } from '../../../src/core/book/limits.ts'
import { pictureSize } from '../../../src/core/book/picture-size.ts'
import { plainWebp, withSize } from '../../fixtures/pictures.ts'
import { plainPng } from '../../fixtures/small-book.ts'

const bytes = (...values: (number | string)[]): Uint8Array =>
  Buffer.concat(
    values.map((value) =>
      typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.from([value]),
    ),
  )
const png = plainPng(3, 5, [1, 2, 3])

describe('a picture says how large it is', () => {
  test.each([
    ['PNG', 'image/png', png, { width: 3, height: 5 }],
    ['GIF', 'image/gif', bytes('GIF89a', 3, 1, 5, 0), { width: 259, height: 5 }],
    ['lossy WebP', 'image/webp', plainWebp, { width: 24, height: 40 }],
    [
      'lossless WebP',
      'image/webp',
      bytes('RIFF....WEBPVP8L....', 0x2f, 0x02, 0x00, 0x01, 0x00),
      { width: 3, height: 5 },
    ],
    [
      'WebP with extras',
      'image/webp',
      bytes('RIFF....WEBPVP8X....', 0, 0, 0, 0, 2, 0, 1, 4, 0, 0),
      { width: 65_539, height: 5 },
    ],
    [
      'JPEG, behind what else stands before',
      'image/jpeg',
      bytes('\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc4\0\x03c\xff\xc2\0\x11\x08\0\x05\x01\x03'),
      { width: 259, height: 5 },
    ],
    ['SVG has none', 'image/svg+xml', bytes('<svg/>'), null],
    ['a cut PNG has none', 'image/png', png.subarray(0, 18), null],
    ['a JPEG of nothing has none', 'image/jpeg', bytes('\xff\xd8\xff\xe0\0\0\0'), null],
    ['an unknown WebP has none', 'image/webp', bytes('RIFF....WEBPVP9 ............'), null],
  ] as const)('%s', (_, mediaType, picture, size) => {
    expect(pictureSize(picture, mediaType)).toEqual(size)
  })
})

describe('a cover', () => {
  test('of more pixels than can be held is none, and that is told', () => {
    expect(coverEvent(withSize(png, maxCoverPixels / 1000, 1001))).toMatchObject({
      kind: 'warning',
      warning: { code: 'cover-unreadable' },
    })
  })

  test.each([
    ['cut off', png.subarray(0, 18)],
    ['without a size', bytes('\xff\xd8\xff\xe0\0\0\0')],
    ['of no height', withSize(png, 600, 0)],
  ])('%s is none, and that is told', (_, picture) => {
    expect(coverEvent(picture)).toMatchObject({
      kind: 'warning',
      warning: { code: 'cover-unreadable' },
    })
  })

  test('that is a drawing needs no size', () => {
    expect(coverEvent(bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({
      kind: 'cover',
      mediaType: 'image/svg+xml',
    })
  })

  test('of the most pixels is one', () => {
    expect(coverEvent(withSize(png, maxCoverPixels / 1000, 1000))).toMatchObject({ kind: 'cover' })
  })
})
