// A book's own package document, told of the sound: what it says of itself stays as it is written.
import {
  attributeOf,
  localNameOf,
  partnersOf,
  prefixOf,
  type MarkupPlace,
  type MarkupTag,
  type ScannedMarkup,
  type TextEdit,
} from '../../base/markup-tag.ts'
import {
  insertAttribute,
  modifiedAt,
  packageElements,
  withSpace,
  type ReadPackage,
} from './package-elements.ts'
import { clockValue } from './smil.ts'
import { upgradePackage, type PackageUpgrade } from './upgrade-package.ts'

/** A document of the book that is heard; `smilHref` is from the package. */
export type HeardDocument = { path: string; smilHref: string; heardMs: number }

export type PackageNews = {
  /** Where the package says a file is: of an item's `href`; null for what is not in the book. */
  pathOf: (href: string) => string | null
  documents: readonly HeardDocument[]
  /** The sounds, and whatever else is new. */
  files: readonly { href: string; mediaType: string }[]
  /** When it was made, in milliseconds since the epoch. */
  modified: number
  narrator: string
  /** The class of what is heard now. */
  activeClass: string
  /** What an EPUB 2 needs beside that; null for an EPUB 3. */
  upgrade: PackageUpgrade | null
}

/** Of the package's `version`: 2 or 3; null for what is neither, which nobody changes. */
export function packageVersion({ tags }: ScannedMarkup): 2 | 3 | null {
  const version = attributeOf(tags.find(isNamed('package')) ?? nothing, 'version')?.trim() ?? ''
  return /^3(?:\.|$)/.test(version) ? 3 : /^2(?:\.|$)/.test(version) ? 2 : null
}

const nothing: MarkupTag = { kind: 'empty', name: '', from: 0, to: 0, attributes: [] }
const isNamed = (name: string) => (tag: MarkupTag) =>
  tag.kind !== 'close' && localNameOf(tag) === name

/**
 * Null where it has not the parts that every package has. Overlays that the book had before go: a document has
 * one.
 */
export function editPackage(
  text: string,
  { tags, declaration }: ScannedMarkup,
  news: PackageNews,
): TextEdit[] | null {
  const read: ReadPackage = { text, tags, partners: partnersOf(tags) }
  const partOf = (name: string) => {
    const at = tags.findIndex((tag) => tag.kind === 'open' && localNameOf(tag) === name)
    return tags[read.partners[at] ?? -1]
  }
  const [metadataEnd, manifestEnd] = [partOf('metadata'), partOf('manifest')]
  if (!metadataEnd || !manifestEnd) return null
  const prefix = unusedIn(text, 'read-along-')
  const { meta, item } = packageElements(prefixOf(metadataEnd))
  const { documents, files, narrator, modified } = news
  const idOf = new Map(documents.map(({ path }, index) => [path, `${prefix}${index + 1}`]))
  const total = documents.reduce((sum, { heardMs }) => sum + heardMs, 0)
  const metas = [
    meta('dcterms:modified', modifiedAt(modified)),
    meta('media:duration', clockValue(total)),
    ...documents.map(({ path, heardMs }) =>
      meta('media:duration', clockValue(heardMs), `#${idOf.get(path)}`),
    ),
    ...(narrator.trim() ? [meta('media:narrator', narrator)] : []),
    meta('media:active-class', news.activeClass),
  ]
  const items = [
    ...documents.map(({ path, smilHref }) =>
      item(idOf.get(path) ?? '', smilHref, 'application/smil+xml'),
    ),
    ...files.map(({ href, mediaType }, index) =>
      item(`${prefix}file-${index + 1}`, href, mediaType),
    ),
  ]
  const upgraded = news.upgrade
    ? upgradePackage(read, news.upgrade, { prefix, meta, item })
    : noUpgrade
  if (!upgraded) return null
  const at = ({ from }: MarkupTag, lines: readonly string[]): TextEdit => ({
    ...{ from, to: from },
    text: lines.map((line) => `${line}\n`).join(''),
  })
  return [
    ...(declaration ? [utf8Declaration(text, declaration)] : []).flat(),
    ...earlierOverlays(read),
    ...heardItems(read, news, idOf),
    ...upgraded.edits,
    at(metadataEnd, [...upgraded.metas, ...metas]),
    at(manifestEnd, [...upgraded.items, ...items]),
  ]
}

const noUpgrade = { edits: [], metas: [], items: [] }

/** A name that the text holds nowhere, so that it may begin new ones. */
export function unusedIn(text: string, wanted: string): string {
  let name = wanted
  while (text.includes(name)) name = `x${name}`
  return name
}

/** The text is written as UTF-8, whatever it was. */
export function utf8Declaration(text: string, place: MarkupPlace): TextEdit[] {
  const written = text.slice(place.from, place.to)
  const edited = written.replace(/encoding\s*=\s*(["'])(?!utf-8\1)[^"']*\1/i, 'encoding="UTF-8"')
  return edited === written ? [] : [{ ...place, text: edited }]
}

/** When it was changed last, what was heard before, and by what. */
function earlierOverlays({ text, tags, partners }: ReadPackage): TextEdit[] {
  return tags.flatMap((tag, index): TextEdit[] => {
    if (tag.kind === 'close') return []
    const name = localNameOf(tag)
    const property = attributeOf(tag, 'property')?.trim() ?? ''
    const isOver =
      (name === 'meta' && (property === 'dcterms:modified' || property.startsWith('media:'))) ||
      (name === 'item' && isSmil(tag))
    if (!isOver) return []
    const end = (tags[partners[index] ?? -1] ?? tag).to
    return [{ from: tag.from, to: end + (text[end] === '\n' ? 1 : 0), text: '' }]
  })
}

const isSmil = (tag: MarkupTag): boolean =>
  attributeOf(tag, 'media-type')?.trim().toLowerCase() === 'application/smil+xml'

/** Each document that is heard names its overlay, and no other does. */
function heardItems(
  { text, tags }: ReadPackage,
  { pathOf }: PackageNews,
  idOf: ReadonlyMap<string, string>,
): TextEdit[] {
  const told = new Set<string>()
  return tags.filter(isNamed('item')).flatMap((tag): TextEdit[] => {
    const before = tag.attributes.find(({ name }) => name === 'media-overlay')
    const gone = before ? [{ from: withSpace(text, before.from), to: before.to, text: '' }] : []
    const path = pathOf(attributeOf(tag, 'href') ?? '')
    const id = path === null || told.has(path) ? undefined : idOf.get(path)
    if (path === null || id === undefined) return gone
    told.add(path)
    return [...gone, insertAttribute(tag, 'media-overlay', id)]
  })
}
