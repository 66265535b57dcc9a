// The package document: what an EPUB says of itself and in which order its documents are read.
import { cleanText, shorten } from '../clean-text.ts'
import { languageTag } from '../language.ts'
import { resolveHref, type Target } from '../../base/href.ts'
import { children, descendants, parseXml, textOf, type XmlElement } from './xml-tree.ts'

export type ManifestItem = {
  id: string
  path: string
  mediaType: string
  properties: string[]
  fallback: string | null
}

/** An item as it is read, and the item that the spine names: another one where there is a fallback. */
export type SpineItem = { item: ManifestItem; named: ManifestItem; linear: boolean }

export type Package = {
  title: string
  authors: string[]
  /** `und` when it names none. */
  language: string
  /** With the place in it, `The Barsetshire Chronicles, 2`; empty when it is in none. */
  series: string
  manifest: ReadonlyMap<string, ManifestItem>
  spine: SpineItem[]
  /** EPUB 3 and EPUB 2 tables of contents. */
  navPath: string | null
  ncxPath: string | null
  /** Manifest item of the cover image, as the metadata name it. */
  coverItem: ManifestItem | null
  guide: { type: string; target: Target }[]
}

const words = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter(Boolean)

/** Documents that can be read aloud. */
export const isContent = (item: ManifestItem): boolean =>
  /xhtml|html|x-dtbook|svg/.test(item.mediaType) ||
  ((item.mediaType === '' || /xml$|octet/.test(item.mediaType)) && /\.x?html?$/i.test(item.path))

export function parsePackage(text: string, path: string): Package {
  const root = parseXml(text)
  const metadata = descendants(root, 'metadata')[0] ?? root
  const manifest = readManifest(descendants(root, 'manifest')[0], path)
  const metas = descendants(metadata, 'meta')
  const refined = refinements(metas)
  const spineElement = descendants(root, 'spine')[0]
  const items = [...manifest.values()]
  const coverId = metas.find(({ attributes }) => attributes['name'] === 'cover')?.attributes[
    'content'
  ]
  return {
    title: titleOf(descendants(metadata, 'title'), refined),
    authors: authorsOf(descendants(metadata, 'creator'), refined),
    language: languageTag(descendants(metadata, 'language').map(textOf).find(Boolean)),
    series: seriesOf(metas, refined),
    manifest,
    spine: readSpine(spineElement, manifest),
    navPath: items.find((item) => item.properties.includes('nav'))?.path ?? null,
    ncxPath:
      manifest.get(spineElement?.attributes['toc'] ?? '')?.path ??
      items.find((item) => item.mediaType === 'application/x-dtbncx+xml')?.path ??
      null,
    coverItem: coverOf(items, manifest, coverId),
    guide: descendants(root, 'reference').flatMap(({ attributes }) => {
      const target = resolveHref(path, attributes['href'] ?? '')
      return target ? [{ type: attributes['type'] ?? '', target }] : []
    }),
  }
}

/** What EPUB 3 says of an element by its id; the first word counts. */
function refinements(metas: readonly XmlElement[]): Refined {
  const byTarget = new Map<string, XmlElement>()
  for (const meta of metas) {
    const key = `${meta.attributes['refines'] ?? ''} ${meta.attributes['property'] ?? ''}`
    if (!byTarget.has(key)) byTarget.set(key, meta)
  }
  return (id, property) => {
    const meta = id === undefined ? undefined : byTarget.get(`#${id} ${property}`)
    return meta ? textOf(meta) : null
  }
}

type Refined = (id: string | undefined, property: string) => string | null

function titleOf(titles: readonly XmlElement[], refined: Refined): string {
  const main = titles.find(({ attributes }) => refined(attributes['id'], 'title-type') === 'main')
  return shorten([...(main ? [main] : []), ...titles].map(textOf).find(Boolean) ?? '', 500)
}

/** EPUB 3's collection of the type series, or of none; else what calibre writes into every EPUB 2. */
function seriesOf(metas: readonly XmlElement[], refined: Refined): string {
  const collections = metas.filter(
    ({ attributes }) =>
      attributes['property'] === 'belongs-to-collection' && attributes['refines'] === undefined,
  )
  const typeOf = ({ attributes }: XmlElement) => refined(attributes['id'], 'collection-type')
  const collection =
    collections.find((each) => typeOf(each) === 'series') ??
    collections.find((each) => typeOf(each) === null)
  const named = (name: string) =>
    metas.find(({ attributes }) => attributes['name'] === name)?.attributes['content'] ?? ''
  const [name, place] = collection
    ? [textOf(collection), refined(collection.attributes['id'], 'group-position') ?? '']
    : [cleanText(named('calibre:series')), named('calibre:series_index')]
  // calibre counts 1.0, 2.0.
  const position = cleanText(place).replace(/\.0+$/, '')
  return shorten(name === '' || position === '' ? name : `${name}, ${position}`, 300)
}

/** Creators that are authors; all of them when none is said to be. */
function authorsOf(creators: readonly XmlElement[], refined: Refined): string[] {
  const roles = creators.map(({ attributes }) =>
    (
      attributes['opf:role'] ??
      attributes['role'] ??
      refined(attributes['id'], 'role') ??
      ''
    ).toLowerCase(),
  )
  const named = creators.slice(0, 64).map((creator) => shorten(textOf(creator), 200))
  const authors = named.filter((name, index) => name && ['', 'aut'].includes(roles[index] ?? ''))
  return [...new Set(authors.length > 0 ? authors : named.filter(Boolean))]
}

function readManifest(element: XmlElement | undefined, path: string): Map<string, ManifestItem> {
  const manifest = new Map<string, ManifestItem>()
  for (const { attributes } of element ? descendants(element, 'item') : []) {
    const target = resolveHref(path, attributes['href'] ?? '')
    const id = attributes['id'] ?? `href:${attributes['href'] ?? ''}`
    // Of two items with one id the first counts.
    if (!target || manifest.has(id)) continue
    manifest.set(id, {
      id,
      path: target.path,
      mediaType: (attributes['media-type'] ?? '').trim().toLowerCase(),
      properties: words(attributes['properties']),
      fallback: attributes['fallback'] ?? null,
    })
  }
  return manifest
}

/** What can be read of an item: itself, or the first of its fallbacks that is content. */
function readable(item: ManifestItem, manifest: ReadonlyMap<string, ManifestItem>): ManifestItem {
  const seen = new Set<ManifestItem>()
  for (let each: ManifestItem | undefined = item; each && !seen.has(each);) {
    if (isContent(each)) return each
    seen.add(each)
    each = each.fallback ? manifest.get(each.fallback) : undefined
  }
  return item
}

function readSpine(
  element: XmlElement | undefined,
  manifest: ReadonlyMap<string, ManifestItem>,
): Package['spine'] {
  const spine = (element ? children(element, 'itemref') : []).flatMap(({ attributes }) => {
    const item = manifest.get((attributes['idref'] ?? '').trim())
    return item
      ? [{ item: readable(item, manifest), named: item, linear: attributes['linear'] !== 'no' }]
      : []
  })
  if (spine.length > 0) return spine
  // A package without an order: its documents as they are listed.
  const documents = [...manifest.values()].filter(
    (item) => isContent(item) && !item.properties.includes('nav'),
  )
  const unique = documents.filter(
    (item, index) => documents.findIndex(({ path }) => path === item.path) === index,
  )
  return unique.map((item) => ({ item, named: item, linear: true }))
}

/** EPUB 3 marks the item; EPUB 2 names its id, some books its file. */
function coverOf(
  items: readonly ManifestItem[],
  manifest: ReadonlyMap<string, ManifestItem>,
  coverId: string | undefined,
): ManifestItem | null {
  const image = (item: ManifestItem | undefined) => item?.mediaType.startsWith('image/') ?? false
  const marked = items.find((item) => item.properties.includes('cover-image'))
  if (marked) return marked
  const named = coverId === undefined ? undefined : manifest.get(coverId)
  if (named && image(named)) return named
  const byFile = items.find(
    (item) => image(item) && coverId !== undefined && item.path.endsWith(coverId),
  )
  return (
    byFile ?? items.find((item) => image(item) && /cover/i.test(`${item.id} ${item.path}`)) ?? null
  )
}
