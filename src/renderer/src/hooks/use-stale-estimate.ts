// What it would take to speak all that is out of date: asked at most once a second, while somebody looks.
import { useEffect, useRef, useState } from 'react'
import { after } from '../client/after.ts'
import type { Estimate } from '../state/narration.ts'
import { useFace } from './use-face.ts'

const everyMs = 1000
const seen = () => document.visibilityState === 'visible'

export type StaleEstimate = {
  /** The last that is known; null before the first. */
  estimate: Estimate | null
  /** Whether it was counted for what is the case now. */
  isCurrent: boolean
}

/** `of`: what it is counted for; another counts anew, and null counts nothing. */
export function useStaleEstimate(projectId: string, of: string | null): StaleEstimate {
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
  return { estimate: counted?.estimate ?? null, isCurrent: counted?.of === of }
}
