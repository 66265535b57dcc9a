// What the window's menu chose and the page does itself. The browser has no such menu.
import { useEffect, useEffectEvent } from 'react'
import type { EventPayload } from '../../../contract/index.ts'
import { useFace } from './use-face.ts'

export function useMenu(item: EventPayload<'menu.chosen'>['item'], act: () => void): void {
  const { connection } = useFace()
  const chosen = useEffectEvent(act)
  useEffect(
    () =>
      connection.on('menu.chosen', (payload) => {
        if (payload.item === item) chosen()
      }),
    [connection, item],
  )
}
