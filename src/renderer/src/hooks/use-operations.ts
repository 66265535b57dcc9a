// How long everything took, asked for again and again while it is looked at.
import { useEffect, useState } from 'react'
import type { OperationPerformance } from '../../../contract/index.ts'
import { after } from '../client/after.ts'
import { useFace } from './use-face.ts'

/** At rest nobody's figures move; while much is done, nobody reads faster. */
const againMs = 5000

export function useOperations(): readonly OperationPerformance[] {
  const { connection } = useFace()
  const [operations, setOperations] = useState<readonly OperationPerformance[]>([])
  useEffect(() => {
    let stop = () => {}
    let gone = false
    const ask = async () => {
      const reply = document.hidden ? null : await connection.call('performance.operations', {})
      if (gone) return
      if (reply?.ok) setOperations(reply.value.operations)
      stop = after(againMs, () => void ask())
    }
    void ask()
    return () => {
      gone = true
      stop()
    }
  }, [connection])
  return operations
}
