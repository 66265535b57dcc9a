// The new version of the app, as it comes; null where this door has none.
import { useEffect, useState } from 'react'
import type { AppUpdate } from '../../../contract/index.ts'
import { readOnOpen } from '../client/read-on-open.ts'
import { useFace } from './use-face.ts'

export function useUpdate(): AppUpdate | null {
  const { connection } = useFace()
  const [update, setUpdate] = useState<AppUpdate | null>(null)
  useEffect(() => {
    const events = ['update.changed'] as const
    const stop = connection.on('update.changed', (told) => setUpdate(told.update))
    const reading = readOnOpen(connection, { name: 'update.read', args: {}, events }, (reply) => {
      if (reply.ok) setUpdate(reply.value.update)
    })
    return () => {
      stop()
      reading.stop()
    }
  }, [connection])
  return update
}
