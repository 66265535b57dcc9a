// Keys for the whole page, silent while text is being written or a dialog is open.
import { useEffect, useEffectEvent } from 'react'
import { keyName } from './key-name.ts'

const writes = (target: Element): boolean =>
  target.closest(
    'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable="true"]',
  ) !== null

/** Controls that keep Space, Enter and arrows for themselves. */
const usesKey = (target: Element, name: string): boolean => {
  if (name === ' ' || name === 'Enter')
    return (
      target.closest(
        'button, a[href], [role="radio"], [role="checkbox"], [role="switch"], [role="menuitem"], summary',
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

/** A toast has a dialog's role too, but takes no keys away. */
const openDialog = ':is([role="dialog"], [role="alertdialog"]):not([data-toast])'

/** `deeds` by key name; `shift+f` goes before `f` where there is such a deed. A deed is done where no control has a better use for the key. */
export function useKeys(deeds: Partial<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return
    const name = keyName(event)
    const deed = (event.shiftKey ? deeds[`shift+${name}`] : undefined) ?? deeds[name]
    if (deed === undefined) return
    const target = event.target instanceof Element ? event.target : document.body
    if (writes(target) || usesKey(target, name)) return
    if (document.querySelector(openDialog) !== null) return
    event.preventDefault()
    deed()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
