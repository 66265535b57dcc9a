// A server of a model that is set, for as long as it is looked at.
import { useEffect, useMemo } from 'react'
import type { Connection } from '../client/connection.ts'
import type { ModelServerMirror } from '../state/model-server.ts'
import { useFace } from './use-face.ts'

/** `mirrorOf`: the same one each time. */
export function useModelServer<P extends string>(
  mirrorOf: (connection: Connection) => ModelServerMirror<P>,
): ModelServerMirror<P> {
  const { connection } = useFace()
  const mirror = useMemo(() => mirrorOf(connection), [connection, mirrorOf])
  useEffect(() => mirror.watch(), [mirror])
  return mirror
}
