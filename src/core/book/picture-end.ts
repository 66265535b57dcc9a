// Whether a picture's file goes on to its end: a download that broke off says its size all the same.

/** Followed by structure alone; of a JPEG or PNG that says what it is. */
export function endsWhole(bytes: Uint8Array, mediaType: 'image/jpeg' | 'image/png'): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return mediaType === 'image/png' ? pngEnds(view) : jpegEnds(view)
  } catch (error) {
    // A part of it begins and is not there.
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Chunks follow one another until the empty last one: length, name, content, checksum. */
function pngEnds(view: DataView): boolean {
  const last = 0x49_45_4e_44
  for (let at = 8; ;) {
    const length = view.getUint32(at)
    if (view.getUint32(at + 4) === last) return at + 12 + length <= view.byteLength
    at += 12 + length
  }
}

/** Behind the first scan's head an end marker stands for nothing else. */
function jpegEnds(view: DataView): boolean {
  const [scan, end] = [0xda, 0xd9]
  let at = 2
  for (let marker = 0; marker !== scan;) {
    if (view.getUint8(at) !== 0xff) return false
    marker = view.getUint8(at + 1)
    // Any number of these may fill up.
    if (marker === 0xff) at += 1
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  for (; at + 1 < view.byteLength; at++)
    if (view.getUint8(at) === 0xff && view.getUint8(at + 1) === end) return true
  return false
}
