// Finds an EPUB's package document and reads what it says.
import { fail } from '../../base/failure-error.ts'
import { resolveHref } from '../../base/href.ts'
import type { BookArchive } from '../archive-text.ts'
import { textLimits } from '../limits.ts'
import { parsePackage, type Package } from './package.ts'
import { descendants, parseXml } from './xml-tree.ts'

const containerPath = 'META-INF/container.xml'

/** Where it is, what is written in it, and what that says. */
export type OpenedPackage = { name: string; text: string; pack: Package }

/**
 * By the container, or, where that is gone, the first package there is. Fails with `book-damaged` where there
 * is none.
 */
export async function openPackage(
  archive: BookArchive,
  names: readonly string[],
  book: string,
): Promise<OpenedPackage> {
  const container = archive.find(containerPath)
  const roots = container
    ? descendants(parseXml(await archive.text(container, textLimits.maxPackageBytes)), 'rootfile')
    : []
  const paths = roots.map(({ attributes }) => resolveHref('', attributes['full-path'] ?? '')?.path)
  const named = paths.find((path) => path !== undefined && archive.find(path) !== null)
  const name =
    named === undefined ? names.find((each) => /\.opf$/i.test(each)) : archive.find(named)
  if (!name) throw fail('book-damaged', { name: book }, 'no package document')
  const text = await archive.text(name, textLimits.maxPackageBytes)
  return { name, text, pack: parsePackage(text, name) }
}
