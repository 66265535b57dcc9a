// A cover made small for where it is shown small: once, at import, and never at the cost of the import.
import { maxCoverPixels } from '../../book/limits.ts'
import type { Picture, Thumbnail } from '../../ports/projects.ts'
import type { StudioContext } from '../studio-context.ts'

/** Twice the size of a book in the library, for fine screens. */
const size = { width: 320, height: 480 }
const kinds = ['image/jpeg', 'image/png', 'image/webp']

/** Null where the cover itself is to be shown. Never fails: a book is worth more than its picture. */
export async function makeThumbnail(
  { codecs, log }: Pick<StudioContext, 'codecs' | 'log'>,
  cover: Picture,
  signal: AbortSignal,
): Promise<Thumbnail | null> {
  if (!kinds.includes(cover.mediaType)) return null
  try {
    const { mediaType, bytes } = cover
    return await codecs.shrinkPicture(
      { mediaType, bytes },
      { ...size, maxPixels: maxCoverPixels },
      signal,
    )
  } catch (error) {
    if (!signal.aborted) log.warn('a cover could not be made small', { error: String(error) })
    return null
  }
}
