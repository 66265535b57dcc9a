// The documents of an imported EPUB on their way into its read-along book: each with spans, and as EPUB 3 has them.
import { createBreath } from '../../base/breath.ts'
import {
  applyEdits,
  attributeOf,
  localNameOf,
  prefixOf,
  type ScannedMarkup,
  type TextEdit,
} from '../../base/markup-tag.ts'
import { relativeHref } from '../../base/relative-href.ts'
import type { Clock } from '../../base/scope.ts'
import type { BookArchive } from '../../book/archive-text.ts'
import type { Package } from '../../book/epub/package.ts'
import { entityText, scanMarkup } from '../../book/markup.ts'
import { documentProperties } from '../../export/overlay/document-properties.ts'
import { unusedIn, utf8Declaration } from '../../export/overlay/edit-package.ts'
import { upgradeDocument } from '../../export/overlay/upgrade-document.ts'
import {
  weaveSpans,
  type SegmentPlace,
  type WovenSegment,
} from '../../export/overlay/weave-spans.ts'

/** A document as it goes into the book. */
export type SourceDocument = {
  path: string
  text: string
  /** What is in it of what is heard. */
  segments: WovenSegment[]
  /** Values of `properties` that an EPUB 3's package must have for it. */
  properties: string[]
  /** Where links may lead. */
  ids: ReadonlySet<string>
}

/** Of all documents together: more is no book that is read along. */
const mostCharacters = 96 * 1024 ** 2

const isXhtml = (mediaType: string): boolean =>
  /^(?:application\/xhtml\+xml|text\/html)$/.test(mediaType)

/** Names of the XHTML documents that the package lists. */
export const xhtmlDocuments = (pack: Package, archive: BookArchive): Set<string> =>
  new Set(
    [...pack.manifest.values()].flatMap(({ mediaType, path }) => {
      const name = isXhtml(mediaType) ? archive.find(path) : null
      return name === null ? [] : [name]
    }),
  )

/**
 * Reads the documents and writes them anew. Null where one cannot be made into what EPUB 3 wants, or where
 * they are too long. Throws MarkupLimitError; fails as the archive does.
 */
export async function prepareDocuments(
  archive: BookArchive,
  names: Iterable<string>,
  how: {
    places: ReadonlyMap<string, readonly SegmentPlace[]>
    /** Of a stylesheet that every document with spans has. */
    stylePath: string
    upgrades: boolean
    clock: Clock
  },
): Promise<SourceDocument[] | null> {
  const documents: SourceDocument[] = []
  const breathe = createBreath(how.clock)
  let characters = 0
  for (const path of names) {
    const places = how.places.get(path) ?? []
    if (places.length === 0 && !how.upgrades) continue
    // Decoded as the reader has decoded it: the places count in that text.
    let text = ''
    for await (const chunk of archive.stream(path)) text += chunk
    characters += text.length
    if (characters > mostCharacters) return null
    const scanned = scanMarkup(text)
    const upgrade = how.upgrades ? upgradeDocument(text, scanned, entityText) : []
    if (!upgrade) return null
    const woven = weaveSpans(text, scanned.tags, places, unusedIn(text, 'heard-'))
    const edits: TextEdit[] = [
      ...(scanned.declaration ? utf8Declaration(text, scanned.declaration) : []),
      ...(woven.segments.length > 0 ? linkTo(relativeHref(path, how.stylePath), scanned) : []),
      ...woven.edits,
      ...upgrade,
    ]
    documents.push({
      path,
      text: applyEdits(text, edits),
      segments: woven.segments,
      properties: documentProperties(scanned.tags),
      ids: new Set(scanned.tags.flatMap((tag) => attributeOf(tag, 'id') ?? [])),
    })
    const pause = breathe()
    if (pause) await pause
  }
  return documents
}

/** Last in the head, so that what is lit is lit whatever the book's own styles say. */
function linkTo(href: string, { tags }: ScannedMarkup): TextEdit[] {
  const end = tags.find((tag) => tag.kind === 'close' && localNameOf(tag) === 'head')
  if (!end) return []
  const link = `<${prefixOf(end)}link rel="stylesheet" type="text/css" href="${href}"/>`
  return [{ from: end.from, to: end.from, text: link }]
}
