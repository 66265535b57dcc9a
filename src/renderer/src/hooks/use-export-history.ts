// What was exported of the book before, asked for anew whenever an export of it has ended.
import { useEffect, useState } from 'react'
import type { PastExport } from '../../../contract/index.ts'
import { lastFinishedExport } from '../state/jobs.ts'
import { useProject } from './use-book.ts'
import { useFace } from './use-face.ts'
import { useStore } from './use-store.ts'

export function useExportHistory(): readonly PastExport[] {
  const { connection, jobs } = useFace()
  const { project } = useProject()
  const { id: projectId } = project
  const [exports, setExports] = useState<readonly PastExport[]>([])
  const ended = lastFinishedExport(useStore(jobs), projectId)
  useEffect(() => {
    let gone = false
    void connection.call('export.history', { projectId }).then((reply) => {
      if (reply.ok && !gone) setExports(reply.value.exports)
    })
    return () => {
      gone = true
    }
  }, [connection, projectId, ended])
  return exports
}
