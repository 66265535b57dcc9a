// The first rows of a chapter, read anew after every change of the book.
import { useEffect, useState } from 'react'
import type { ChapterEntry, SegmentRow } from '../../../contract/index.ts'
import { useProject } from './use-book.ts'
import { useFace } from './use-face.ts'

const most = 300

/** Null until they are here: rows of another chapter must not stand under this one's name. */
export function useChapterRows(chapter: ChapterEntry | undefined): readonly SegmentRow[] | null {
  const { connection, news } = useFace()
  const { project } = useProject()
  const [found, setFound] = useState<{ id: string; rows: readonly SegmentRow[] } | null>(null)
  const { id: projectId, revision } = project
  const id = chapter?.id ?? ''
  const from = chapter?.firstPosition ?? 0
  const count = Math.min(most, chapter?.segments ?? 0)
  useEffect(() => {
    let gone = false
    if (count > 0)
      void connection.call('segment.list', { projectId, from, count }).then((reply) => {
        const value = gone ? null : news.settle(reply)
        if (value !== null) setFound({ id, rows: value.rows })
      })
    return () => {
      gone = true
    }
  }, [connection, news, projectId, revision, id, from, count])
  if (count === 0) return []
  return found?.id === id ? found.rows : null
}
