// A read-along book from the text alone: for books that were no EPUB, and for those that were not kept.
import { exportFormats, type BookTags, type ExportFormat } from '../../../contract/index.ts'
import { playableCover } from '../../export/file-tags.ts'
import {
  chapterSmil,
  chapterStem,
  chapterXhtml,
  heardMs,
  type OverlayChapter,
} from '../../export/overlay/overlay-chapter.ts'
import {
  container,
  coverName,
  languageOf,
  mimetype,
  navigation,
  packageDocument,
  packageFolder,
  style,
} from '../../export/overlay/overlay-package.ts'
import type { PackedEntry } from '../../ports/export-folders.ts'
import type { Picture } from '../../ports/projects.ts'

/** A chapter with the name of its sound in the export's folder. */
export type ToldChapter = Omit<OverlayChapter, 'language' | 'audio'> & {
  /** Inside the book. */
  audioName: string
  file: string
}

/** What goes into the zip, in order. */
export function textOverlay(
  chapters: readonly ToldChapter[],
  book: {
    tags: BookTags
    cover: Picture | null
    digest: string
    modified: number
    format: ExportFormat
  },
): PackedEntry[] {
  const { tags, digest, modified } = book
  const cover = playableCover(book.cover)
  const inside = (path: string) => `${packageFolder}/${path}`
  const entries: PackedEntry[] = [
    { name: 'mimetype', text: mimetype, isStored: true },
    { name: 'META-INF/container.xml', text: container },
    { name: inside('style.css'), text: style },
  ]
  if (cover) entries.push({ name: inside(coverName(cover)), bytes: cover.bytes })
  const packaged = chapters.map(({ audioName, file, ...chapter }) => {
    const { number, title } = chapter
    const audio = `audio/${audioName}`
    const told: OverlayChapter = { ...chapter, audio, language: languageOf(tags) }
    const smil = chapterSmil(told)
    entries.push({ name: inside(`${chapterStem(number)}.xhtml`), text: chapterXhtml(told) })
    entries.push({ name: inside(audio), file })
    if (smil !== null) entries.push({ name: inside(`${chapterStem(number)}.smil`), text: smil })
    return { number, audio, title, heardMs: heardMs(told) }
  })
  const audioType = exportFormats[book.format].mediaType
  const whole = { tags, cover, chapters: packaged, digest, modified, audioType }
  entries.push({ name: inside('nav.xhtml'), text: navigation(whole) })
  entries.push({ name: inside('package.opf'), text: packageDocument(whole) })
  return entries
}
