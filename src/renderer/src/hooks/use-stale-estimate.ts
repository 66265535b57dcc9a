// What it would take to speak all that is out of date: asked at most once a second, while somebody looks.
import { useEffect, useRef, useState } from 'react'
import { after } from '../client/after.ts'
import type { Estimate } from '../state/narration.ts'
import { useFace } from './use-face.ts'

const everyMs = 1000
const seen = () => document.visibilityState === 'visible'

/** `of`: what it was counted for; another counts anew. Null while that is not known, or `of` is null. */
export function useStaleEstimate(projectId: string, of: string | null): Estimate | null {
  const { connection } = useFace()
  const [counted, setCounted] = useState<{ of: string; estimate: Estimate } | null>(null)
  const askedAt = useRef(0)
  useEffect(() => {
    if (of === null) return
    let gone = false
    let stop = () => {}
    const ask = () => {
      if (!seen()) return
      askedAt.current = performance.now()
      const args = { projectId, scope: { kind: 'stale' as const } }
      void connection.call('speech.estimate', args).then((reply) => {
        if (!gone && reply.ok) setCounted({ of, estimate: reply.value })
      })
    }
    const wait = () => {
      stop()
      stop = after(Math.max(0, askedAt.current + everyMs - performance.now()), ask)
    }
    wait()
    document.addEventListener('visibilitychange', wait)
    return () => {
      gone = true
      stop()
      document.removeEventListener('visibilitychange', wait)
    }
  }, [connection, projectId, of])
  return counted?.of === of ? counted.estimate : null
}
