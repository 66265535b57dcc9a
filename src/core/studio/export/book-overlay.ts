// A read-along book from the EPUB that was imported: its own files, with spans, sound, and what tells of both.
import { resolveHref } from '../../base/href.ts'
import { applyEdits, localNameOf } from '../../base/markup-tag.ts'
import { relativeHref } from '../../base/relative-href.ts'
import type { Clock } from '../../base/scope.ts'
import { createBookArchive, type BookArchive } from '../../book/archive-text.ts'
import { openPackage, type OpenedPackage } from '../../book/epub/open-package.ts'
import { parseNcx } from '../../book/epub/toc.ts'
import { textLimits } from '../../book/limits.ts'
import { scanMarkup } from '../../book/markup.ts'
import { documentSmil, pairsOf, type HeardClip } from '../../export/overlay/document-smil.ts'
import {
  editPackage,
  packageVersion,
  unusedIn,
  type HeardDocument,
  type PackageNews,
} from '../../export/overlay/edit-package.ts'
import { clipsOf } from '../../export/overlay/overlay-chapter.ts'
import { bookLitClass, bookStyle, mimetype } from '../../export/overlay/overlay-package.ts'
import { heardMsOf } from '../../export/overlay/smil.ts'
import type { SegmentPlace } from '../../export/overlay/weave-spans.ts'
import type { PaceMark } from '../../export/word-pace.ts'
import { writtenNavigation } from '../../export/overlay/written-navigation.ts'
import type { PackedEntry } from '../../ports/export-folders.ts'
import type { KeptBook } from '../../ports/kept-books.ts'
import { prepareDocuments, xhtmlDocuments, type SourceDocument } from './source-documents.ts'
import type { SourcePlace } from './source-places.ts'

/** A chapter's sound: its file in the export's folder, and when its segments are heard in it, in seconds. */
export type HeardChapter = {
  number: number
  /** How the sound is called inside the book. */
  audioName: string
  file: string
  seconds: number
  segments: readonly { id: string; from: number | null; pace?: readonly PaceMark[] }[]
}

export type BookOverlayOrder = {
  chapters: readonly HeardChapter[]
  places: ReadonlyMap<string, SourcePlace>
  audioType: string
  title: string
  language: string
  narrator: string
  clock: Clock
}

/** `unplaced`: segments that are heard while what is before them is lit. */
export type BookOverlay = { entries: PackedEntry[]; unplaced: number }

/** Files that would not be true of the new book. */
const untrue: ReadonlySet<string> = new Set(['mimetype', 'META-INF/signatures.xml'])
const packedAlready = /\.(?:jpe?g|png|gif|webp|mp[34]|m4[abv]|woff2?)$/i

/**
 * What goes into the zip, in order; null where the book cannot honestly be made an EPUB 3 with overlays. The
 * archive must stay open until the entries are packed. Throws MarkupLimitError; fails as the archive does.
 */
export async function makeBookOverlay(
  { archive: zip }: KeptBook,
  order: BookOverlayOrder,
): Promise<BookOverlay | null> {
  const archive = createBookArchive(zip, order.title, textLimits.maxContentBytes)
  const opened = await openPackage(archive, zip.names, order.title)
  const scanned = scanMarkup(opened.text)
  const version = packageVersion(scanned)
  const names = xhtmlDocuments(opened.pack, archive)
  // Without an order of its own a package is no book to a reader.
  if (version === null || !scanned.tags.some((tag) => localNameOf(tag) === 'itemref')) return null
  if (version === 2 && hasOtherDocuments(opened, names)) return null
  const home = homeIn(opened, zip.names)
  const stylePath = `${home}/lit.css`
  const documents = await prepareDocuments(archive, names, {
    places: placesByDocument(order, names),
    ...{ stylePath, upgrades: version === 2, clock: order.clock },
  })
  if (!documents) return null
  const { clips, unplaced } = clipsOfBook(order.chapters, documents, home)
  const { heard, smils } = smilsOf(opened, documents, clips, home)
  // Nothing of what is heard stands in the book: it has no overlay.
  if (heard.length === 0) return null
  const hrefOf = (path: string) => relativeHref(opened.name, path)
  const pathOf = (href: string) => archive.find(resolveHref(opened.name, href)?.path ?? '')
  const audio = order.chapters.map(({ audioName }) => ({
    href: hrefOf(`${home}/${audioName}`),
    mediaType: order.audioType,
  }))
  const navPath = `${home}/nav.xhtml`
  const upgrade: PackageNews['upgrade'] = {
    navHref: hrefOf(navPath),
    propertiesOf: (href) => documents.find(({ path }) => path === pathOf(href))?.properties ?? [],
    coverId: opened.pack.coverItem?.id ?? null,
  }
  const edits = editPackage(opened.text, scanned, {
    ...{ pathOf, documents: heard },
    files: [{ href: hrefOf(stylePath), mediaType: 'text/css' }, ...audio],
    ...{ modified: order.clock.now(), narrator: order.narrator, activeClass: bookLitClass },
    upgrade: version === 2 ? upgrade : null,
  })
  if (!edits) return null
  const changed = new Map(documents.map(({ path, text }) => [path, text]))
  changed.set(opened.name, applyEdits(opened.text, edits))
  const entries: PackedEntry[] = [
    { name: 'mimetype', text: mimetype, isStored: true },
    ...keptEntries(zip, changed, earlierSmil(opened, archive)),
    { name: stylePath, text: bookStyle },
    ...smils,
  ]
  if (version === 2) {
    const text = await navigationOf(archive, opened, documents, order, navPath)
    entries.push({ name: navPath, text })
  }
  for (const { audioName, file } of order.chapters)
    entries.push({ name: `${home}/${audioName}`, file })
  return { entries, unplaced }
}

/** A folder beside the package for all that is new, called as nothing in the book is. */
function homeIn({ name }: OpenedPackage, names: readonly string[]): string {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  return `${folder}${unusedIn(names.join('\n'), 'read-along')}`
}

/** Of each document in which something is heard its SMIL, and what the package must know of it. */
function smilsOf(
  opened: OpenedPackage,
  documents: readonly SourceDocument[],
  clips: ReadonlyMap<string, HeardClip>,
  home: string,
): { heard: HeardDocument[]; smils: PackedEntry[] } {
  const heard: HeardDocument[] = []
  const smils: PackedEntry[] = []
  for (const [index, { path, segments }] of documents.entries()) {
    const pairs = pairsOf(segments, clips)
    if (pairs.length === 0) continue
    const name = `${home}/${String(index + 1).padStart(4, '0')}.smil`
    smils.push({ name, text: documentSmil(relativeHref(name, path), pairs) })
    heard.push({ path, smilHref: relativeHref(opened.name, name), heardMs: heardMsOf(pairs) })
  }
  return { heard, smils }
}

/** The book's own files in their order, written anew where they are `changed`, without those that are `gone`. */
const keptEntries = (
  zip: KeptBook['archive'],
  changed: ReadonlyMap<string, string>,
  gone: ReadonlySet<string | null>,
): PackedEntry[] =>
  zip.names
    .filter((name) => !untrue.has(name) && !gone.has(name))
    .map((name) => {
      const text = changed.get(name)
      if (text !== undefined) return { name, text }
      return { name, stream: () => zip.stream(name), isStored: packedAlready.test(name) }
    })

/** Documents of a kind that EPUB 3 has given up. */
const hasOtherDocuments = ({ pack }: OpenedPackage, names: ReadonlySet<string>): boolean =>
  pack.spine.some(({ item }) => !names.has(item.path) && /dtbook|oeb1/.test(item.mediaType))

/** Only of what is heard, and only where a span may stand. */
function placesByDocument(
  { chapters, places }: BookOverlayOrder,
  names: ReadonlySet<string>,
): Map<string, SegmentPlace[]> {
  const byDocument = new Map<string, SegmentPlace[]>()
  for (const { segments } of chapters)
    for (const { id, from } of segments) {
      const place = from === null ? undefined : places.get(id)
      if (!place || !names.has(place.document)) continue
      const others = byDocument.get(place.document) ?? []
      others.push({ segmentId: id, runs: place.runs })
      byDocument.set(place.document, others)
    }
  return byDocument
}

/** What has no place is heard in the clip before it, so that nothing of the sound is lost. */
function clipsOfBook(
  chapters: readonly HeardChapter[],
  documents: readonly SourceDocument[],
  home: string,
): { clips: Map<string, HeardClip>; unplaced: number } {
  const placed = new Set(
    documents.flatMap(({ segments }) => segments.map((each) => each.segmentId)),
  )
  const clips = new Map<string, HeardClip>()
  let unplaced = 0
  for (const { segments, seconds, audioName } of chapters) {
    const told = segments.map(({ id, from }) => ({ from: placed.has(id) ? from : null }))
    unplaced += segments.filter(({ id, from }) => from !== null && !placed.has(id)).length
    const audio = relativeHref(`${home}/any.smil`, `${home}/${audioName}`)
    for (const { index, from, to } of clipsOf({ segments: told, seconds })) {
      const { id = '', pace } = segments[index] ?? {}
      clips.set(id, { audio, from, to, ...(pace && { pace }) })
    }
  }
  return { clips, unplaced }
}

const earlierSmil = ({ pack }: OpenedPackage, archive: BookArchive): Set<string | null> =>
  new Set(
    [...pack.manifest.values()]
      .filter(({ mediaType }) => mediaType === 'application/smil+xml')
      .map(({ path }) => archive.find(path)),
  )

/** From the NCX; a place that is not there is its document, as readers take it. */
async function navigationOf(
  archive: BookArchive,
  { pack }: OpenedPackage,
  documents: readonly SourceDocument[],
  { title, language }: BookOverlayOrder,
  navPath: string,
): Promise<string> {
  const ncx = pack.ncxPath ? archive.find(pack.ncxPath) : null
  const entries = ncx ? parseNcx(await archive.text(ncx, textLimits.maxPackageBytes), ncx) : []
  const byPath = new Map(documents.map((document) => [document.path, document]))
  const first = pack.spine.map(({ item }) => archive.find(item.path)).find((name) => name !== null)
  return writtenNavigation(
    { title, language, first: relativeHref(navPath, first ?? '') },
    entries.map(({ title: label, level, target }) => {
      const document = byPath.get(archive.find(target?.path ?? '') ?? '')
      if (!document) return { title: label, level, href: null }
      const fragment = target?.fragment ?? ''
      const place = document.ids.has(fragment) ? `#${encodeURIComponent(fragment)}` : ''
      return { title: label, level, href: relativeHref(navPath, document.path) + place }
    }),
  )
}
