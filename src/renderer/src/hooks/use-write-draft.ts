// A script that is being written, as it grows, for as long as it is looked at.
import { useEffect, useState } from 'react'
import type { WriteDraft } from '../../../contract/index.ts'
import { readOnOpen } from '../client/read-on-open.ts'
import { grownDraft } from '../state/grown-draft.ts'
import { useFace } from './use-face.ts'

/** Null until it is known. */
export function useWriteDraft(jobId: string): WriteDraft | null {
  const { connection } = useFace()
  const [draft, setDraft] = useState<WriteDraft | null>(null)
  useEffect(() => {
    let now: WriteDraft | null = null
    const take = (next: WriteDraft) => setDraft((now = next))
    const reading = readOnOpen(
      connection,
      { name: 'write.draft', args: { jobId }, events: [] },
      (reply) => (reply.ok ? take(reply.value) : undefined),
    )
    const stop = connection.on('draft.grown', (growth) => {
      if (growth.jobId !== jobId) return
      // Asked for before it was begun, there was none.
      const next = now === null ? null : grownDraft(now, growth)
      if (next === null) reading.read()
      else take(next)
    })
    return () => {
      stop()
      reading.stop()
    }
  }, [connection, jobId])
  return draft
}
