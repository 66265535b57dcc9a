// The cover: an image that the package names, or the first one on the page that it names.
import { coverEvent } from '../cover-event.ts'
import { textLimits } from '../limits.ts'
import { warn, type FormatEvent } from '../reader.ts'
import type { BookArchive } from '../archive-text.ts'
import { resolveHref } from '../../base/href.ts'
import type { Package } from './package.ts'
import { descendants, parseXml } from './xml-tree.ts'

/** The image that a cover page shows: EPUB 2 books name only the page. */
async function imageOfPage(archive: BookArchive, path: string): Promise<string | null> {
  const name = archive.find(path)
  if (!name) return null
  const root = parseXml(await archive.text(name, textLimits.maxPackageBytes), 'html')
  const images = [...descendants(root, 'img'), ...descendants(root, 'image')]
  for (const { attributes } of images) {
    const href = attributes['src'] ?? attributes['xlink:href'] ?? attributes['href'] ?? ''
    const target = resolveHref(name, href)
    if (target && archive.find(target.path)) return target.path
  }
  return null
}

/** The cover, a warning when there is one that cannot be used, or nothing. */
export async function readCover(
  archive: BookArchive,
  pack: Package,
  maxCoverBytes: number,
): Promise<FormatEvent[]> {
  const page = pack.guide.find(({ type }) => /^cover/i.test(type))?.target.path
  const path = pack.coverItem?.path ?? (page ? await imageOfPage(archive, page) : null)
  if (!path) return []
  const name = archive.find(path)
  if (!name) return [warn('resource-missing', { name: path })]
  return [coverEvent(await readSome(archive, name, maxCoverBytes))]
}

/** Too large a cover, or a damaged one, does not cost the book. */
async function readSome(
  archive: BookArchive,
  name: string,
  maxCoverBytes: number,
): Promise<Uint8Array | null> {
  try {
    return await archive.bytes(name, maxCoverBytes)
  } catch {
    return null
  }
}
