// All takes of a segment, asked for again when its row has changed.
import { useEffect, useState } from 'react'
import type { CommandReply, SegmentRow } from '../../../contract/index.ts'
import { after } from '../client/after.ts'
import { useBook } from './use-book.ts'
import { useFace } from './use-face.ts'

type Listed = CommandReply<'take.list'>

/** Whoever runs through the rows by keys asks for none of them. */
const restMs = 120

/** Null until they are here; those of a row that has changed stay until the new ones are. */
export function useTakes(row: SegmentRow): Listed | null {
  const { connection } = useFace()
  const { projectId } = useBook()
  const [known, setKnown] = useState<{ segmentId: string; listed: Listed } | null>(null)
  const segmentId = row.id
  // A page of rows that is fetched again brings the same row as another object.
  const { text, spokenText, manner, voice, status } = row
  const like = JSON.stringify([text, spokenText, manner, voice, status])
  useEffect(() => {
    let gone = false
    const stop = after(restMs, () => {
      void connection.call('take.list', { projectId, segmentId }).then((reply) => {
        if (!gone && reply.ok) setKnown({ segmentId, listed: reply.value })
      })
    })
    return () => {
      gone = true
      stop()
    }
  }, [connection, projectId, segmentId, like])
  return known?.segmentId === segmentId ? known.listed : null
}
