// How large a picture says it is, without decoding it.
import type { Cover } from '../../contract/index.ts'

export type PictureSize = { width: number; height: number }

/** Null for a picture without a size of its own, or whose head is damaged. */
export function pictureSize(bytes: Uint8Array, mediaType: Cover['mediaType']): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (mediaType) {
      case 'image/png':
        return { width: view.getUint32(16), height: view.getUint32(20) }
      case 'image/gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
      case 'image/webp':
        return webpSize(view)
      case 'image/jpeg':
        return jpegSize(view)
      case 'image/svg+xml':
        return null
    }
  } catch (error) {
    // It ends before it has said it.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Its three kinds of first chunk: https://www.rfc-editor.org/rfc/rfc9649 */
function webpSize(view: DataView): PictureSize | null {
  const of24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  switch (view.getUint32(12)) {
    case chunk('VP8 '):
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case chunk('VP8L'): {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case chunk('VP8X'):
      return { width: of24(24) + 1, height: of24(27) + 1 }
    default:
      return null
  }
}

const chunk = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)

/** In the first frame header; what stands before it says how long it is. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Any number of these may fill up.
    if (marker === 0xff) at += 1
    else if (isFrame(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
}

/** SOF0 to SOF15, of which three numbers are other things: tables and what was never used. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
