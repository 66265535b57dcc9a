// The first rows of a chapter, read anew after every change of the book.
import type { ChapterEntry, SegmentRow } from '../../../contract/index.ts'
import { useAnswer } from './use-answer.ts'
import { useProject } from './use-book.ts'

const most = 300

/** Null until they are here: rows of another chapter must not stand under this one's name. */
export function useChapterRows(chapter: ChapterEntry | undefined): readonly SegmentRow[] | null {
  const { id: projectId, revision } = useProject().project
  const count = Math.min(most, chapter?.segments ?? 0)
  const args = chapter && count > 0 ? { projectId, from: chapter.firstPosition, count } : null
  const about = `${projectId} ${chapter?.id ?? ''}`
  const { value } = useAnswer('segment.list', args, { again: revision, about, tells: true })
  return count === 0 ? [] : (value?.rows ?? null)
}
