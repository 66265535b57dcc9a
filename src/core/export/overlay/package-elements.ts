// Elements of a package document: found in one that is there, and written into it.
import type { MarkupTag, TextEdit } from '../../base/markup-tag.ts'
import { escaped } from './xml.ts'

/** What the package was, its tags with their partners: for all who look for something in it. */
export type ReadPackage = { text: string; tags: readonly MarkupTag[]; partners: readonly number[] }

export type PackageElements = {
  meta(property: string, text: string, refines?: string): string
  item(id: string, href: string, mediaType: string, properties?: string): string
}

/** With the prefix that its own elements have. */
export const packageElements = (prefix: string): PackageElements => ({
  meta: (property, text, refines) =>
    `<${prefix}meta${refines === undefined ? '' : ` refines="${escaped(refines)}"`} ` +
    `property="${property}">${escaped(text)}</${prefix}meta>`,
  item: (id, href, mediaType, properties) =>
    `<${prefix}item id="${id}" href="${escaped(href)}" media-type="${mediaType}"` +
    `${properties === undefined ? '' : ` properties="${properties}"`}/>`,
})

/** `dcterms:modified` of a moment, in milliseconds since the epoch. */
export const modifiedAt = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

/** Puts an attribute first into a tag that has it not; `value` needs no escaping. */
export function insertAttribute(tag: MarkupTag, name: string, value: string): TextEdit {
  const at = tag.from + 1 + tag.name.length
  return { from: at, to: at, text: ` ${name}="${value}"` }
}

/** Where an attribute begins with the space before it, for one that goes. */
export const withSpace = (text: string, at: number): number =>
  /\s/.test(text[at - 1] ?? '') ? at - 1 : at
