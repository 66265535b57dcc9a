// What a person says a book is called, who wrote it, and what it looks like.
import type { CommandArgs, DescribedCover } from '../../../contract/index.ts'
import { describedCover } from '../../base/cover-address.ts'
import { digestBytes } from '../../base/digest.ts'
import { readCover } from '../export/chosen-cover.ts'
import { makeThumbnail } from '../library/make-thumbnail.ts'
import type { StudioParts } from '../studio-parts.ts'

/** One change of its document. Fails with `not-found`, and as reading a chosen cover does. */
export async function describeBook(
  parts: StudioParts,
  { projectId, title, authors, cover }: CommandArgs<'project.describe'>,
): Promise<{ revision: number }> {
  const { projects } = parts.context
  await projects.read(projectId)
  const chosen = cover === undefined ? 'same' : await keepCover(parts, projectId, cover)
  const { revision } = await parts.changes.apply(projectId, (project) => ({
    kind: 'book-described',
    ...{ title, authors },
    cover: chosen === 'same' ? describedCover(project.cover) : chosen,
  }))
  return { revision }
}

/** First of all its bytes: what a document names is there. */
async function keepCover(
  { context }: StudioParts,
  projectId: string,
  cover: string,
): Promise<DescribedCover | null> {
  if (cover === 'none') return null
  const { path, release } = context.tickets.take('book', cover)
  try {
    const picture = await readCover(context, path)
    const key = digestBytes(picture.bytes)
    const thumbnail = await makeThumbnail(context, picture, context.scope.signal)
    await context.projects.keepPicture(projectId, { ...picture, key })
    if (thumbnail) await context.projects.keepPicture(projectId, thumbnail)
    return { mediaType: picture.mediaType, picture: key, thumbnail: thumbnail?.key ?? null }
  } finally {
    await release()
  }
}
