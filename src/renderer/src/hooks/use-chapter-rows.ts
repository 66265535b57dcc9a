// The first rows of a chapter, read anew after every change of the book.
import { useEffect, useState } from 'react'
import type { ChapterEntry, SegmentRow } from '../../../contract/index.ts'
import { useProject } from './use-book.ts'
import { useFace } from './use-face.ts'

const most = 300

/** Empty until they are here. */
export function useChapterRows(chapter: ChapterEntry | undefined): readonly SegmentRow[] {
  const { connection } = useFace()
  const { project } = useProject()
  const [rows, setRows] = useState<readonly SegmentRow[]>([])
  const { id: projectId, revision } = project
  const from = chapter?.firstPosition ?? 0
  const count = Math.min(most, chapter?.segments ?? 0)
  useEffect(() => {
    let gone = false
    const show = (found: readonly SegmentRow[]) => (gone ? undefined : setRows(found))
    if (count === 0) show([])
    else
      void connection.call('segment.list', { projectId, from, count }).then((reply) => {
        if (reply.ok) show(reply.value.rows)
      })
    return () => {
      gone = true
    }
  }, [connection, projectId, revision, from, count])
  return rows
}
