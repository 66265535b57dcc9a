// What a book says of itself in an export, asked for anew when its words or its voice have changed.
import type { BookTags } from '../../../contract/index.ts'
import { useAnswer } from './use-answer.ts'
import { useProject } from './use-book.ts'

/** Null until it is there. */
export function useOwnTags(): BookTags | null {
  const { id: projectId, title, voice, description } = useProject().project
  const again = JSON.stringify([title, voice, description])
  return useAnswer('export.tags', { projectId }, { again }).value
}
