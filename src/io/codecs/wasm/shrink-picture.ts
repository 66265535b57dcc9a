// Pictures made small with the codecs of Squoosh in WASM; the only importer of jSquash.
import { readFile } from 'node:fs/promises'
import decodeJpeg, { init as openJpegDecoder } from '@jsquash/jpeg/decode.js'
import encodeJpeg, { init as openJpegEncoder } from '@jsquash/jpeg/encode.js'
import decodePng, { init as openPng } from '@jsquash/png/decode.js'
import encodePng from '@jsquash/png/encode.js'
import resize, { initResize } from '@jsquash/resize'
import decodeWebp, { init as openWebpDecoder } from '@jsquash/webp/decode.js'
import { pictureSize } from '../../../core/book/picture-size.ts'
import type { PictureLimits } from '../../../core/ports/codecs.ts'
import type { Picture, Thumbnail } from '../../../core/ports/projects.ts'
import { fitInto, isSeenThrough, thumbnailOf } from '../fit-picture.ts'
import { jpegOrientation } from './jpeg-orientation.ts'

/** Of MozJPEG, to 100; as good to look at as the native codecs' pictures. */
const jpegQuality = 90
const upright = 1

const jsquash = {
  jpegDecoder: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  jpegEncoder: '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  png: '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  webpDecoder: '@jsquash/webp/codec/dec/webp_dec.wasm',
  resize: '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm',
} as const

/** They would fetch their files by themselves, which Node does for no file. */
const wasm = (part: keyof typeof jsquash): Promise<Uint8Array> =>
  readFile(new URL(import.meta.resolve(jsquash[part])))

/** A module that failed is of no use any more, so each picture has its own; they open in milliseconds. */
const decoders: Readonly<Record<string, (bytes: Uint8Array) => Promise<Jsquash.Pixels>>> = {
  async 'image/jpeg'(bytes) {
    // MozJPEG paints grey what is cut off.
    if (!hasEnd(bytes)) throw new Error('it has no end')
    await openJpegDecoder({ wasmBinary: await wasm('jpegDecoder') })
    return decodeJpeg(bytes)
  },
  async 'image/png'(bytes) {
    await openPng(await wasm('png'))
    return decodePng(bytes)
  },
  async 'image/webp'(bytes) {
    await openWebpDecoder({ wasmBinary: await wasm('webpDecoder') })
    return decodeWebp(bytes)
  },
}

/** As CodecEngine says. */
export async function shrinkPicture(
  { mediaType, bytes }: Picture,
  limits: PictureLimits,
): Promise<Thumbnail | null> {
  const decode = decoders[mediaType]
  if (!decode) return null
  // Asked of its head, before anything takes memory for the pixels.
  const told = pictureSize(bytes, mediaType as Parameters<typeof pictureSize>[1])
  const pixelCount = told ? told.width * told.height : 0
  if (!told || pixelCount === 0 || pixelCount > limits.maxPixels) return null
  const size = fitInto(told, limits)
  if (!size || (mediaType === 'image/jpeg' && jpegOrientation(bytes) !== upright)) return null
  // Makes ImageData known too, which all others want.
  await initResize(await wasm('resize'))
  const decoded = await decode(bytes).catch(() => null)
  if (!decoded) return null
  const small = await resize(decoded, { ...size, method: 'lanczos3' })
  if (isSeenThrough(small.data)) {
    await openPng(await wasm('png'))
    return thumbnailOf('image/png', new Uint8Array(await encodePng(small)))
  }
  await openJpegEncoder({ wasmBinary: await wasm('jpegEncoder') })
  // Old players show no progressive pictures.
  const jpeg = await encodeJpeg(small, { quality: jpegQuality, progressive: false })
  return thumbnailOf('image/jpeg', new Uint8Array(jpeg))
}

/** The mark that ends a JPEG, whatever a camera has put behind it. */
const hasEnd = (jpeg: Uint8Array): boolean =>
  Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.length).lastIndexOf('ffd9', undefined, 'hex') > 0
