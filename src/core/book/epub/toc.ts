// An EPUB's table of contents: the navigation document's, else the NCX's. Levels are kept.
import { typesOf } from '../html/elements.ts'
import { textLimits } from '../limits.ts'
import { shorten } from '../clean-text.ts'
import { resolveHref, type Target } from '../../base/href.ts'
import { children, descendants, elementsOf, parseXml, textOf, type XmlElement } from './xml-tree.ts'

export type TocEntry = {
  title: string
  /** From 1. */
  level: number
  /** Null when it names no place in the book. */
  target: Target | null
  /** Whether it groups entries: then a missing target is no trouble. */
  group: boolean
}

export type Navigation = {
  entries: TocEntry[]
  landmarks: { type: string; target: Target }[]
}

/** EPUB 3: nested lists in `<nav epub:type="toc">`. */
export function parseNavigation(text: string, path: string): Navigation {
  const navs = descendants(parseXml(text, 'html'), 'nav')
  const typed = (type: string) => navs.find((nav) => typesOf(nav.attributes).includes(type))
  const toc = typed('toc') ?? navs.find((nav) => typesOf(nav.attributes).length === 0)
  const entries: TocEntry[] = []
  const visit = (list: XmlElement, level: number) => {
    for (const item of children(list, 'li')) {
      if (entries.length >= textLimits.maxTocEntries) return
      const label = elementsOf(item).find(({ name }) => name !== 'ol' && name !== 'ul')
      const link = label?.name === 'a' ? label : label && descendants(label, 'a')[0]
      const inner = [...children(item, 'ol'), ...children(item, 'ul')]
      const href = link?.attributes['href']
      entries.push({
        title: titleOf(label ?? { ...item, children: item.children.filter(isText) }),
        level,
        target: href === undefined ? null : resolveHref(path, href),
        group: inner.length > 0,
      })
      for (const each of inner) visit(each, level + 1)
    }
  }
  for (const list of toc ? elementsOf(toc) : [])
    if (list.name === 'ol' || list.name === 'ul') visit(list, 1)
  const marks = typed('landmarks')
  const landmarks = (marks ? descendants(marks, 'a') : []).flatMap(({ attributes }) => {
    const target = resolveHref(path, attributes['href'] ?? '')
    const type = typesOf(attributes)[0]
    return target && type ? [{ type, target }] : []
  })
  return { entries, landmarks }
}

const titleOf = (label: XmlElement): string => shorten(textOf(label), 300)

const isText = (child: XmlElement | string): boolean => typeof child === 'string'

/** EPUB 2: nested `navPoint`s. */
export function parseNcx(text: string, path: string): TocEntry[] {
  const entries: TocEntry[] = []
  const visit = (parent: XmlElement, level: number) => {
    for (const point of children(parent, 'navPoint')) {
      if (entries.length >= textLimits.maxTocEntries) return
      const label = children(point, 'navLabel')[0]
      const src = children(point, 'content')[0]?.attributes['src']
      entries.push({
        title: label ? titleOf(label) : '',
        level,
        target: src === undefined ? null : resolveHref(path, src),
        group: children(point, 'navPoint').length > 0,
      })
      visit(point, level + 1)
    }
  }
  for (const map of descendants(parseXml(text), 'navMap')) visit(map, 1)
  return entries
}
