// What both engines decide alike of a picture: how large it becomes, its kind, and what names it.
import { createHash } from 'node:crypto'
import type { Thumbnail } from '../../core/ports/projects.ts'

export type Size = { width: number; height: number }

/** Null for a size that is no larger than the box. */
export function fitInto({ width, height }: Size, box: Size): Size | null {
  const factor = Math.min(box.width / width, box.height / height)
  if (factor >= 1) return null
  const shrunk = (length: number) => Math.max(1, Math.round(length * factor))
  return { width: shrunk(width), height: shrunk(height) }
}

/** Of RGBA pixels: many a picture could be seen through and is not. */
export function isSeenThrough(rgba: ArrayLike<number>): boolean {
  for (let alpha = 3; alpha < rgba.length; alpha += 4) if (rgba[alpha] !== 255) return true
  return false
}

export const thumbnailOf = (mediaType: string, bytes: Uint8Array): Thumbnail => ({
  key: createHash('sha256').update(bytes).digest('hex'),
  mediaType,
  bytes,
})
