// What speaking would need, counted by the studio when it is wanted.
import { useEffect, useState } from 'react'
import type { Failure, SpeechScope } from '../../../contract/index.ts'
import type { Estimate } from '../state/narration.ts'
import { useFace } from './use-face.ts'

/** Null while it is being counted. Counted anew for another `scope` object. */
export function useEstimate(projectId: string, scope: SpeechScope): Estimate | Failure | null {
  const { connection } = useFace()
  const [counted, setCounted] = useState<{ scope: SpeechScope; value: Estimate | Failure } | null>(
    null,
  )
  useEffect(() => {
    let gone = false
    void connection.call('speech.estimate', { projectId, scope }).then((reply) => {
      if (!gone) setCounted({ scope, value: reply.ok ? reply.value : reply.failure })
    })
    return () => {
      gone = true
    }
  }, [connection, projectId, scope])
  return counted?.scope === scope ? counted.value : null
}
