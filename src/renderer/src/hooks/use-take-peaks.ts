// What a take is trimmed by; it never changes, so it is asked for once while it is looked at.
import { useEffect, useState } from 'react'
import type { CommandReply } from '../../../contract/index.ts'
import { useFace } from './use-face.ts'

export type TakeShape = CommandReply<'take.peaks'>

/** Null until it is here. */
export function useTakePeaks(takeId: string): TakeShape | null {
  const { connection } = useFace()
  const [known, setKnown] = useState<{ takeId: string; shape: TakeShape } | null>(null)
  useEffect(() => {
    let gone = false
    void connection.call('take.peaks', { takeId }).then((reply) => {
      if (!gone && reply.ok) setKnown({ takeId, shape: reply.value })
    })
    return () => {
      gone = true
    }
  }, [connection, takeId])
  return known?.takeId === takeId ? known.shape : null
}
