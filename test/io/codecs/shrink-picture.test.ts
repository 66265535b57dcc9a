// Covers made small: what comes out of each kind, and what is left as it came.
import { createHash } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { imageType } from '../../../src/core/book/magic.ts'
import { pictureSize } from '../../../src/core/book/picture-size.ts'
import type { Thumbnail } from '../../../src/core/ports/projects.ts'
import type { CodecEngine } from '../../../src/io/codecs/codec-engine.ts'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { plainPng } from '../../fixtures/small-book.ts'
import { plainWebp, turned, withSize } from '../../fixtures/pictures.ts'
import { never, openCodecFolder, type CodecFolder } from './codec-folder.ts'
import { engineNames, openEngine } from './engines.ts'

const limits = { width: 20, height: 30, maxPixels: 1_000_000 }
const png = (bytes: Uint8Array) => ({ mediaType: 'image/png', bytes })
const jpeg = (bytes: Uint8Array) => ({ mediaType: 'image/jpeg', bytes })
const large = plainPng(200, 400, [200, 40, 40])

/** A JPEG of 90 × 180. */
const someJpeg = (): Uint8Array =>
  (nativeEngine.shrinkPicture(png(large), { ...limits, width: 90, height: 300 }) as Thumbnail).bytes

const sizeOf = (thumbnail: Thumbnail | null) => {
  const type = thumbnail && imageType(thumbnail.bytes)
  return thumbnail && type && { type, ...pictureSize(thumbnail.bytes, type) }
}

describe.each(engineNames)('with the %s codecs', (name) => {
  let engine: CodecEngine
  beforeAll(async () => void (engine = await openEngine(name)))

  describe('a picture is made to fit, in its proportions', () => {
    test.each([
      ['a tall PNG', png(large), { type: 'image/jpeg', width: 15, height: 30 }],
      [
        'a wide PNG',
        png(plainPng(400, 100, [1, 2, 3])),
        { type: 'image/jpeg', width: 20, height: 5 },
      ],
      [
        'one that may be seen through',
        png(plainPng(200, 400, [200, 40, 40, 100])),
        { type: 'image/png', width: 15, height: 30 },
      ],
      [
        'one that could be seen through and is not',
        png(plainPng(200, 400, [200, 40, 40, 255])),
        { type: 'image/jpeg', width: 15, height: 30 },
      ],
      ['a line', png(plainPng(4000, 1, [1, 2, 3])), { type: 'image/jpeg', width: 20, height: 1 }],
      ['a JPEG', jpeg(someJpeg()), { type: 'image/jpeg', width: 15, height: 30 }],
      [
        'a WebP',
        { mediaType: 'image/webp', bytes: plainWebp },
        { type: 'image/jpeg', width: 18, height: 30 },
      ],
    ])('%s', async (_, picture, size) => {
      const thumbnail = await engine.shrinkPicture(picture, limits)
      expect(sizeOf(thumbnail)).toEqual(size)
      expect(thumbnail?.mediaType).toBe(size.type)
    })

    test('under a key that names what came out', async () => {
      const thumbnail = await engine.shrinkPicture(png(large), limits)
      expect(thumbnail?.key).toBe(
        createHash('sha256')
          .update(thumbnail?.bytes ?? '')
          .digest('hex'),
      )
      expect((await engine.shrinkPicture(png(large), limits))?.key).toBe(thumbnail?.key)
    })
  })

  describe('a picture stays as it came', () => {
    test.each([
      ['that fits already', png(plainPng(20, 30, [1, 2, 3]))],
      [
        'of a kind that is not decoded',
        { mediaType: 'image/svg+xml', bytes: Buffer.from('<svg/>') },
      ],
      ['that is another kind than it says', jpeg(large)],
      ['that is empty', png(new Uint8Array())],
      ['cut off in the middle', png(large.subarray(0, large.length / 2))],
      ['a JPEG cut off in its head', jpeg(someJpeg().subarray(0, 300))],
      ['that must be turned to be looked at', jpeg(turned(someJpeg()))],
      ['of too many pixels', png(withSize(large, 40_000, 40_000))],
      ['of no pixels', png(withSize(large, 0, 400))],
    ])('%s', async (_, picture) => {
      expect(await engine.shrinkPicture(picture, limits)).toBeNull()
      expect(await engine.shrinkPicture(png(large), limits)).not.toBeNull()
    })
  })
})

describe('in a child', () => {
  let it: CodecFolder
  beforeEach(() => (it = openCodecFolder()))
  afterEach(() => it.close())

  test('a picture is made small, and one that cannot be costs nothing', async () => {
    const { codecs, children } = it
    const [good, bad] = await Promise.all([
      codecs.shrinkPicture(png(large), limits, never),
      codecs.shrinkPicture(png(Buffer.from('no picture')), limits, never),
    ])
    expect(sizeOf(good)).toEqual({ type: 'image/jpeg', width: 15, height: 30 })
    expect(bad).toBeNull()
    expect(children.length).toBeGreaterThan(0)
  })
})
