// The navigation document that EPUB 3 wants, from the table of contents that an EPUB 2 has.
import { escaped, xmlHead } from './xml.ts'

/** `href`: from the navigation document; null where the entry leads nowhere and only groups others. */
export type NavigationEntry = { title: string; level: number; href: string | null }

type Node = NavigationEntry & { children: Node[] }

/** `first`: where the book begins, for one without a table of contents. */
export function writtenNavigation(
  { title, language, first }: { title: string; language: string; first: string },
  entries: readonly NavigationEntry[],
): string {
  const roots = withSense(treeOf(entries))
  const list = roots.length > 0 ? roots : [{ title, level: 1, href: first, children: [] }]
  return (
    `${xmlHead}<!DOCTYPE html>\n` +
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${escaped(language)}" xml:lang="${escaped(language)}">\n` +
    `<head><title>${escaped(title)}</title></head>\n<body>\n` +
    `<nav epub:type="toc" id="toc">\n${listOf(list)}\n</nav>\n</body>\n</html>\n`
  )
}

function treeOf(entries: readonly NavigationEntry[]): Node[] {
  const roots: Node[] = []
  const path: Node[] = []
  for (const entry of entries) {
    const node: Node = { ...entry, children: [] }
    while ((path.at(-1)?.level ?? 0) >= entry.level) path.pop()
    const siblings = path.at(-1)?.children ?? roots
    siblings.push(node)
    path.push(node)
  }
  return roots
}

/** Without entries that lead nowhere and group nothing. */
const withSense = (nodes: readonly Node[]): Node[] =>
  nodes
    .map((node) => ({ ...node, children: withSense(node.children) }))
    .filter(({ href, children }) => href !== null || children.length > 0)

const listOf = (nodes: readonly Node[]): string =>
  `<ol>\n${nodes
    .map(({ title, href, children }) => {
      const text = escaped(title.trim() || '…')
      const label =
        href === null ? `<span>${text}</span>` : `<a href="${escaped(href)}">${text}</a>`
      return `<li>${label}${children.length > 0 ? `\n${listOf(children)}` : ''}</li>\n`
    })
    .join('')}</ol>`
