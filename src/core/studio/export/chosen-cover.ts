// A picture that a person gives an export in place of the book's cover.
import { nameOfPath } from '../../base/name-of-path.ts'
import { fail, FailureError } from '../../base/failure-error.ts'
import { maxCoverPixels } from '../../book/limits.ts'
import { imageType } from '../../book/magic.ts'
import { endsWhole } from '../../book/picture-end.ts'
import { pictureSize } from '../../book/picture-size.ts'
import type { Picture } from '../../ports/projects.ts'
import type { StudioContext } from '../studio-context.ts'

/**
 * Known by what is in it, not by its name. Fails with `not-a-picture` for what is neither JPEG nor PNG or
 * is larger than covers may be, and with what reading a file fails with.
 */
export async function readCover(
  { readFile, settingsInForce }: Pick<StudioContext, 'readFile' | 'settingsInForce'>,
  path: string,
): Promise<Picture & { mediaType: 'image/jpeg' | 'image/png' }> {
  const name = nameOfPath(path)
  const refused = (why: string) => fail('not-a-picture', { name }, why)
  const bytes = await readFile(path, settingsInForce().maxCoverBytes).catch((error: unknown) => {
    const tooLarge = error instanceof FailureError && error.failure.code === 'file-too-large'
    throw tooLarge ? refused('too many bytes') : error
  })
  const mediaType = imageType(bytes)
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') throw refused(String(mediaType))
  const size = pictureSize(bytes, mediaType)
  if (size === null || size.width * size.height === 0) throw refused('it says no size')
  if (size.width * size.height > maxCoverPixels) throw refused('too many pixels')
  if (!endsWhole(bytes, mediaType)) throw refused('it ends too early')
  return { mediaType, bytes }
}
