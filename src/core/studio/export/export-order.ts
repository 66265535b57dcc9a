// What an export is asked for, what it carries on its way, and what came of it.
import type {
  AcxMending,
  ChapterEntry,
  ExportRequest,
  ExportWish,
  Job,
  Project,
} from '../../../contract/index.ts'
import { acxSound, wishInFull } from '../../export/acx.ts'
import type { EncodedPiece } from '../../ports/codecs.ts'
import type { CopyOrder } from '../../ports/export-folders.ts'
import type { Picture } from '../../ports/projects.ts'
import type { PieceSpan } from './pieces.ts'

/** What was asked for, with the picture that was chosen, which may be gone from its place. */
export type ExportAsked = { request: ExportRequest; cover: Picture | null }

/** A finished export that can be mended and made again. */
export type MendableExport = { asked: ExportAsked; mending: AcxMending; isPassing: boolean }

/** A finished export whose copy is not there (yet). */
export type MissingCopy = {
  projectId: string
  result: NonNullable<Job['result']>
  order: CopyOrder
}

export type ExportOrder = {
  project: Project
  /** Absent: the ticked ones. */
  chapterIds: string[] | undefined
  wish: ExportWish
  /** Instead of the book's. */
  cover: Picture | null
  /** The finished file, or the folder of several. */
  target: string
  /** It goes to a browser, which takes one file. */
  isPassing: boolean
}

/** A wish in full, and the book as it sounds for it; what its document says of its sound stays. */
export function forExport(
  book: Project,
  asked: ExportWish,
): { project: Project; wish: ExportWish } {
  const project = asked.acx ? { ...book, sound: acxSound(book.sound) } : book
  return { project, wish: wishInFull(asked) }
}

/** In the book's order, without those that have no lines: the ticked ones where none are named. */
export function chaptersToExport(
  { chapters }: Project,
  chapterIds: readonly string[] | undefined,
): ChapterEntry[] {
  const named = chapterIds && new Set(chapterIds)
  return chapters.filter(
    ({ id, spoken, segments }) => segments > 0 && (named ? named.has(id) : spoken),
  )
}

/** A chapter on its way into files: its packets, and what is heard in them when. */
export type EncodedChapter = {
  id: string
  title: string
  pieces: (EncodedPiece & { spans: PieceSpan[] })[]
}

/** `names`: what the files are called, in the order's folder or beside its file. */
export type WrittenExport = ExportResult & { names: readonly string[] }

export type ExportResult = Pick<
  NonNullable<Job['result']>,
  'bytes' | 'durationSeconds' | 'chapters' | 'files' | 'missing' | 'gaps' | 'acx' | 'readAlong'
>
