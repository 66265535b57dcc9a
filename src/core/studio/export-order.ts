// What an export is asked for, what it carries on its way, and what came of it.
import type { ExportWish, Job, Project } from '../../contract/index.ts'
import type { EncodedPiece } from '../ports/codecs.ts'
import type { PieceSpan } from './pieces.ts'

export type ExportOrder = {
  project: Project
  chapterIds: string[]
  wish: ExportWish
  /** The finished file, or the folder of several. */
  target: string
  /** It goes to a browser, which takes one file. */
  isPassing: boolean
}

/** A chapter on its way into files: its packets, and what is heard in them when. */
export type EncodedChapter = {
  id: string
  title: string
  pieces: (EncodedPiece & { spans: PieceSpan[] })[]
}

export type ExportResult = Pick<
  NonNullable<Job['result']>,
  'bytes' | 'durationSeconds' | 'chapters' | 'files' | 'missing'
>
