// What makes chapters an EPUB 3: container, package, contents, style (w3.org/TR/epub-33).
import type { BookTags } from '../../../contract/index.ts'
import type { Picture } from '../../ports/projects.ts'
import { chapterStem, page } from './overlay-chapter.ts'
import { modifiedAt } from './package-elements.ts'
import { clockValue } from './smil.ts'
import { escaped, xmlHead } from './xml.ts'

/** What its package must know of a chapter. */
export type PackagedChapter = {
  number: number
  title: string
  audio: string
  /** Of its clips together; 0 where nothing is heard. */
  heardMs: number
}

export type OverlayPackage = {
  tags: BookTags
  /** Hex digits, at least 32: the same book has the same identifier. */
  digest: string
  /** When it was made, in milliseconds since the epoch. */
  modified: number
  chapters: readonly PackagedChapter[]
  cover: Picture | null
  /** Of the sound files. */
  audioType: string
}

/** The folder of all that its package names. */
export const packageFolder = 'EPUB'
export const mimetype = 'application/epub+zip'
/** The class of what is heard now. */
const litClass = 'lit'

export const container =
  `${xmlHead}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n` +
  `<rootfiles><rootfile full-path="${packageFolder}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>\n` +
  `</container>\n`

const lit = (name: string): string => `.${name} { background-color: #fde68a; color: #1c1917; }\n`

export const style = `p { margin: 0; text-indent: 1.2em; }
h1 + p, h2 + p, p.verse { text-indent: 0; }
p.verse { margin: 0.8em 0 0.8em 1.2em; }
${lit(litClass)}`

/** The same in a book's own files: no style of its own knows the name. */
export const bookLitClass = 'read-along-lit'
export const bookStyle = lit(bookLitClass)

export const coverName = ({ mediaType }: Picture): string =>
  mediaType === 'image/png' ? 'cover.png' : 'cover.jpg'

/** A language of nobody is told as `und`, which is one. */
export const languageOf = ({ language }: Pick<BookTags, 'language'>): string => language || 'und'

const titleOf = ({ title, number }: PackagedChapter): string => title.trim() || `Chapter ${number}`

/** The table of contents. */
export function navigation({ tags, chapters }: OverlayPackage): string {
  const entries = chapters.map(
    (chapter) =>
      `<li><a href="${chapterStem(chapter.number)}.xhtml">${escaped(titleOf(chapter))}</a></li>`,
  )
  const list = `<nav epub:type="toc" id="toc">\n<ol>\n${entries.join('\n')}\n</ol>\n</nav>`
  return page(tags.title, languageOf(tags), list)
}

/** The package: what the book says of itself, its files, and their order. */
export function packageDocument(book: OverlayPackage): string {
  const { tags, chapters, cover, audioType } = book
  return (
    `${xmlHead}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${escaped(languageOf(tags))}">\n` +
    `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n${metadata(book).join('\n')}\n</metadata>\n` +
    `<manifest>\n${[
      '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
      '<item id="style" href="style.css" media-type="text/css"/>',
      ...(cover
        ? [
            `<item id="cover" href="${coverName(cover)}" media-type="${cover.mediaType}" properties="cover-image"/>`,
          ]
        : []),
      ...chapters.flatMap((chapter) => chapterItems(chapter, audioType)),
    ].join('\n')}\n</manifest>\n` +
    `<spine>\n${chapters.map(({ number }) => `<itemref idref="${chapterStem(number)}"/>`).join('\n')}\n</spine>\n</package>\n`
  )
}

function chapterItems(chapter: PackagedChapter, audioType: string): string[] {
  const stem = chapterStem(chapter.number)
  const text = `<item id="${stem}" href="${stem}.xhtml" media-type="application/xhtml+xml"`
  if (chapter.heardMs === 0) return [`${text}/>`]
  return [
    `${text} media-overlay="${stem}-heard"/>`,
    `<item id="${stem}-heard" href="${stem}.smil" media-type="application/smil+xml"/>`,
    `<item id="${stem}-sound" href="${chapter.audio}" media-type="${audioType}"/>`,
  ]
}

function metadata({ tags, digest, modified, chapters, cover }: OverlayPackage): string[] {
  const total = chapters.reduce((sum, { heardMs }) => sum + heardMs, 0)
  const element = (name: string, text: string | undefined) =>
    text?.trim() ? [`<dc:${name}>${escaped(text)}</dc:${name}>`] : []
  const meta = (property: string, text: string) =>
    text.trim() ? [`<meta property="${property}">${escaped(text)}</meta>`] : []
  return [
    `<dc:identifier id="book">urn:uuid:${uuidOf(digest)}</dc:identifier>`,
    ...element('title', tags.title.trim() || 'Untitled'),
    ...element('language', languageOf(tags)),
    ...tags.authors.flatMap((author) => element('creator', author)),
    ...element('publisher', tags.publisher),
    ...element('description', tags.description),
    ...element('date', tags.year),
    ...meta('dcterms:modified', modifiedAt(modified)),
    ...meta('media:duration', clockValue(total)),
    ...chapters
      .filter(({ heardMs }) => heardMs > 0)
      .map(
        ({ number, heardMs }) =>
          `<meta property="media:duration" refines="#${chapterStem(number)}-heard">${clockValue(heardMs)}</meta>`,
      ),
    ...meta('media:narrator', tags.narrator),
    ...meta('media:active-class', litClass),
    ...(cover ? ['<meta name="cover" content="cover"/>'] : []),
  ]
}

/** Digits of a digest as a UUID of one's own making (RFC 9562 §5.8). */
function uuidOf(digest: string): string {
  const hex = digest.slice(0, 32).padEnd(32, '0')
  const at = (from: number, to: number) => hex.slice(from, to)
  return `${at(0, 8)}-${at(8, 12)}-8${at(13, 16)}-8${at(17, 20)}-${at(20, 32)}`
}
