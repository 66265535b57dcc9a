// A mirror of something that is kept up to date only as long as somebody looks at it.
import { useEffect, useMemo } from 'react'
import type { Connection } from '../client/connection.ts'
import { useFace } from './use-face.ts'

/** `mirrorOf`: the same one each time. */
export function useWatched<M extends { watch(): () => void }>(
  mirrorOf: (connection: Connection) => M,
): M {
  const { connection } = useFace()
  const mirror = useMemo(() => mirrorOf(connection), [connection, mirrorOf])
  useEffect(() => mirror.watch(), [mirror])
  return mirror
}
