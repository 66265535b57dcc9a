// What an export would come to, counted by the studio whenever the wish or what is ready has changed.
import { useEffect, useRef, useState } from 'react'
import type { ExportEstimate, ExportWish, Failure } from '../../../contract/index.ts'
import { useProject } from './use-book.ts'
import { useFace } from './use-face.ts'

export type ExportCounted = {
  /** The one before stays until the next is there; null until the first. */
  estimate: ExportEstimate | null
  failure: Failure | null
}

/** `wish` null: it cannot be counted as it is written; the estimate before it stays. */
export function useExportEstimate(wish: ExportWish | null): ExportCounted {
  const { connection } = useFace()
  const { project, progress } = useProject()
  const [counted, setCounted] = useState<ExportCounted>({ estimate: null, failure: null })
  const asking = useRef({ busy: false, next: null as string | null })
  const asked =
    wish === null
      ? null
      : JSON.stringify({ ...wish, tags: undefined, partial: true, projectId: project.id })

  useEffect(() => {
    const turn = asking.current
    turn.next = asked
    // While a book is narrated, counts come faster than answers: the last one is asked for.
    const ask = async () => {
      if (turn.busy) return
      turn.busy = true
      while (turn.next !== null) {
        const args = JSON.parse(turn.next) as ExportWish & { projectId: string }
        turn.next = null
        const reply = await connection.call('export.estimate', args)
        setCounted((before) =>
          reply.ok
            ? { estimate: reply.value, failure: null }
            : { estimate: before.estimate, failure: reply.failure },
        )
      }
      turn.busy = false
    }
    void ask()
    return () => {
      turn.next = null
    }
  }, [connection, asked, project, progress])
  return counted
}
