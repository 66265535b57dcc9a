// Tells the window's menu what can be done now, each time that it is something else, and does what it chose.
import { useEffect } from 'react'
import type { HostAbilities } from '../../../contract/index.ts'
import { after } from '../client/after.ts'
import { createChosenDeeds } from '../state/chosen-deeds.ts'
import type { DeedId } from '../state/deed-table.ts'
import type { Face } from '../state/face.ts'
import { deedsToTell } from '../state/told-deeds.ts'
import { isDialogOpen, writes } from './use-deed-keys.ts'
import { useFace } from './use-face.ts'

/** What is offered changes with every drawing; the menu need not be that quick. */
const soonMs = 100

/** What deeds read may change without a drawing: by a press, and until the pointer leaves for the menu. */
const signs = ['focusin', 'focusout', 'keyup', 'pointerup', 'pointerleave'] as const

/** In a text these are the text's own, which the menu does without the page. */
const ofText: readonly DeedId[] = ['undo', 'redo']

/** A browser has no such menu. */
export function useMenu(): void {
  const face = useFace()
  useEffect(() => {
    const { tellDeeds } = face.connection.host
    return tellDeeds === null ? undefined : followMenu(face, tellDeeds)
  }, [face])
}

/** Returns what ends it. */
export function followMenu(
  { connection, deeds, keys }: Pick<Face, 'connection' | 'deeds' | 'keys'>,
  tell: NonNullable<HostAbilities['tellDeeds']>,
): () => void {
  const find = (id: DeedId) => {
    const isText = ofText.includes(id) && writes(document.activeElement ?? document.body)
    return isText || isDialogOpen() ? null : deeds.find(id)
  }
  let told = ''
  let cancel: (() => void) | null = null
  const look = () => {
    cancel = null
    const now = deedsToTell(keys.get(), (id) => find(id) !== null)
    const text = JSON.stringify(now)
    if (text === told) return
    told = text
    void tell(now)
  }
  const lookSoon = () => void (cancel ??= after(soonMs, look))

  const chosen = createChosenDeeds(deeds, find)
  const root = document.documentElement
  for (const sign of signs) root.addEventListener(sign, lookSoon)
  const ends = [
    deeds.subscribe(lookSoon),
    keys.subscribe(lookSoon),
    connection.on('menu.chosen', ({ deed }) => chosen.choose(deed)),
    chosen.dispose,
  ]
  lookSoon()
  return () => {
    for (const sign of signs) root.removeEventListener(sign, lookSoon)
    for (const end of ends) end()
    cancel?.()
  }
}
