// How a camera says that its picture lies: the orientation in the Exif part of a JPEG.

const orientationTag = 0x0112
const exif = 0x45786966

/** 1, upright, to 8, as Exif 2.32 §4.6.4 numbers them; 1 where nothing is said. */
export function jpegOrientation(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    for (let at = 2; view.getUint8(at) === 0xff;) {
      const marker = view.getUint8(at + 1)
      // The picture begins: no more of such parts.
      if (marker === 0xda) return 1
      if (marker === 0xe1 && view.getUint32(at + 4) === exif) return orientationIn(view, at + 10)
      at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2))
    }
    return 1
  } catch (error) {
    // It ends before it has said it.
    if (error instanceof RangeError) return 1
    throw error
  }
}

/** `start` is where a TIFF begins; its first list has the tag. */
function orientationIn(view: DataView, start: number): number {
  const isLittle = view.getUint16(start) === 0x4949
  const list = start + view.getUint32(start + 4, isLittle)
  const count = view.getUint16(list, isLittle)
  for (let entry = 0; entry < count; entry++) {
    const at = list + 2 + entry * 12
    if (view.getUint16(at, isLittle) === orientationTag) return view.getUint16(at + 8, isLittle)
  }
  return 1
}
