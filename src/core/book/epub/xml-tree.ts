// A small XML document as a tree: containers, packages, tables of contents. Content is never read this way.
import { cleanText, dropEntities } from '../clean-text.ts'
import { createMarkupParser } from '../markup.ts'

export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

/** Throws MarkupLimitError. `html` for a navigation document, which is XHTML. */
export function parseXml(text: string, mode: 'xml' | 'html' = 'xml'): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const path: XmlElement[] = [root]
  const top = () => path[path.length - 1] ?? root
  const parser = createMarkupParser(mode, {
    open(name, attributes) {
      const element: XmlElement = { name, attributes, children: [] }
      top().children.push(element)
      path.push(element)
    },
    text(data) {
      top().children.push(data)
    },
    close() {
      if (path.length > 1) path.pop()
    },
  })
  parser.write(text)
  parser.end()
  return root
}

export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string')

/** Children of that name. */
export const children = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name)

/** All elements of that name below, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const visit = (each: XmlElement) => {
    if (each.name === name) found.push(each)
    for (const child of each.children) if (typeof child !== 'string') visit(child)
  }
  visit(element)
  return found
}

/** The text below an element as one line. */
export function textOf(element: XmlElement): string {
  let text = ''
  const visit = (each: XmlElement) => {
    // Readings of ruby and images say nothing new; a line break parts words.
    if (each.name === 'rt' || each.name === 'rp') return
    if (each.name === 'br') text += ' '
    if (each.name === 'img') text += each.attributes['alt'] ?? ''
    for (const child of each.children) {
      if (typeof child === 'string') text += child
      else visit(child)
    }
  }
  visit(element)
  return cleanText(dropEntities(text))
}
