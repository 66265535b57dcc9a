// Offers deeds to keys, palette and menu for as long as a part of the page is shown.
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { OfferedDeeds } from '../state/deeds.ts'
import { useFace } from './use-face.ts'

/** `offered` may be new at every drawing. What is offered last goes first. */
export function useDeeds(offered: OfferedDeeds): void {
  const { deeds } = useFace()
  const now = useRef(offered)
  useLayoutEffect(() => {
    now.current = offered
    deeds.changed()
  })
  useEffect(() => deeds.offer(() => now.current), [deeds])
}
