// What was exported of the book before, asked for anew whenever an export of it has ended.
import type { PastExport } from '../../../contract/index.ts'
import { lastFinishedExport } from '../state/jobs.ts'
import { useAnswer } from './use-answer.ts'
import { useProject } from './use-book.ts'
import { useFace } from './use-face.ts'
import { useStore } from './use-store.ts'

const none: readonly PastExport[] = []

export function useExportHistory(): readonly PastExport[] {
  const projectId = useProject().project.id
  const ended = lastFinishedExport(useStore(useFace().jobs), projectId)
  return useAnswer('export.history', { projectId }, { again: ended }).value?.exports ?? none
}
