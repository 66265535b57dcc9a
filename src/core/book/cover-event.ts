// A cover as an event: told by its bytes and not by what the book calls it.
import { imageType } from './magic.ts'
import { warn, type FormatEvent } from './reader.ts'

/** A warning for what cannot be a cover; null stands for one that could not be read. */
export function coverEvent(bytes: Uint8Array | null): FormatEvent {
  const mediaType = bytes && imageType(bytes)
  return bytes && mediaType ? { kind: 'cover', mediaType, bytes } : warn('cover-unreadable')
}
