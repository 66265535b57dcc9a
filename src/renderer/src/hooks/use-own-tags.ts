// What a book says of itself in an export, asked for anew when its words or its voice have changed.
import { useEffect, useState } from 'react'
import type { BookTags } from '../../../contract/index.ts'
import { useProject } from './use-book.ts'
import { useFace } from './use-face.ts'

/** Null until it is there. */
export function useOwnTags(): BookTags | null {
  const { connection } = useFace()
  const { project } = useProject()
  const { id: projectId, title, voice } = project
  const [tags, setTags] = useState<BookTags | null>(null)
  useEffect(() => {
    let gone = false
    void connection.call('export.tags', { projectId }).then((reply) => {
      if (reply.ok && !gone) setTags(reply.value)
    })
    return () => {
      gone = true
    }
  }, [connection, projectId, title, voice])
  return tags
}
