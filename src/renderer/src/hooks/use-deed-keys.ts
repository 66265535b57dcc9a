// The page's one listener for keys: does what the pressed key means, unless a control needs it more.
import { useEffect, useEffectEvent } from 'react'
import { deedTable } from '../state/deed-table.ts'
import { deedsOfKey } from '../state/keys.ts'
import { keyName } from './key-name.ts'
import { useFace } from './use-face.ts'

export const writes = (target: Element): boolean =>
  target.closest(
    'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable="true"]',
  ) !== null

/** Controls that keep Space, Enter and arrows for themselves. */
const usesKey = (target: Element, name: string): boolean => {
  if (name === ' ' || name === 'Enter')
    return (
      target.closest(
        'button, a[href], input[type="checkbox"], input[type="radio"], [role="radio"], [role="checkbox"], [role="switch"], [role="menuitem"], summary',
      ) !== null
    )
  if (name.startsWith('Arrow'))
    return (
      target.closest(
        'input, [role="radiogroup"], [role="slider"], [role="menu"], [role="tablist"]',
      ) !== null
    )
  return false
}

const dialog = ':is([role="dialog"], [role="alertdialog"])'
/** A toast has a dialog's role too, but takes no keys away; nor does a dialog that is fading out. */
const openDialog = `${dialog}:not([data-toast], [data-closed])`
export const isDialogOpen = (): boolean => document.querySelector(openDialog) !== null

/** Where the key was pressed; what still has the focus in a dialog that fades out counts no more. */
const targetOf = ({ target }: KeyboardEvent): Element =>
  target instanceof Element && target.closest(`${dialog}[data-closed]`) === null
    ? target
    : document.body

export function useDeedKeys(): void {
  const { deeds, keys } = useFace()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const name = keyName(event)
    if (name === null) return
    const meant = deedsOfKey(keys.get(), name)
    if (meant.length === 0) return
    const target = targetOf(event)
    if (usesKey(target, name) || isDialogOpen()) return
    const writing = writes(target)
    for (const id of meant) {
      const row = deedTable[id]
      if (writing && row.whileWriting !== true) continue
      const run = deeds.find(id)
      if (run === null) continue
      event.preventDefault()
      if (!event.repeat || row.repeats === true) run()
      return
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
