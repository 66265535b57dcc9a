// All takes of a segment, asked for again when its row has changed.
import type { CommandReply, SegmentRow } from '../../../contract/index.ts'
import { useAnswer } from './use-answer.ts'
import { useBook } from './use-book.ts'

type Listed = CommandReply<'take.list'>

/** Whoever runs through the rows by keys asks for none of them. */
const restMs = 120

/** Null until they are here; those of a row that has changed stay until the new ones are. */
export function useTakes(row: SegmentRow): Listed | null {
  const { projectId } = useBook()
  // A page of rows that is fetched again brings the same row as another object.
  const { text, spokenText, manner, voice, status } = row
  const like = JSON.stringify([text, spokenText, manner, voice, status])
  return useAnswer('take.list', { projectId, segmentId: row.id }, { again: like, restMs }).value
}
