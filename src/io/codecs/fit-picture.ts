// How large a picture becomes, and what names it.
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

export const thumbnailOf = (mediaType: string, bytes: Uint8Array): Thumbnail => ({
  key: createHash('sha256').update(bytes).digest('hex'),
  mediaType,
  bytes,
})
