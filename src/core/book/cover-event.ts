// A cover as an event: told by its bytes and not by what the book calls it.
import { maxCoverPixels } from './limits.ts'
import { imageType } from './magic.ts'
import { pictureSize } from './picture-size.ts'
import { warn, type FormatEvent } from './reader.ts'

/** A warning for what cannot be a cover; null stands for one that could not be read. */
export function coverEvent(bytes: Uint8Array | null): FormatEvent {
  const mediaType = bytes && imageType(bytes)
  if (!bytes || !mediaType) return warn('cover-unreadable')
  const size = pictureSize(bytes, mediaType)
  // Its head is damaged: no player shows it, and some refuse the whole file. A drawing needs no size.
  const isDamaged = mediaType !== 'image/svg+xml' && !(size && size.width * size.height > 0)
  if (isDamaged) return warn('cover-unreadable')
  // Nobody is to decode it: not the page, not the player of a finished book.
  if (size && size.width * size.height > maxCoverPixels) return warn('cover-unreadable')
  return { kind: 'cover', mediaType, bytes }
}
