// Keys for the whole page, silent while text is being written or a dialog is open.
import { useEffect, useEffectEvent } from 'react'

/** `' '`, `'j'`, `'?'`, `'ArrowUp'`, `'mod+z'`, `'mod+shift+z'`: letters small, in this order. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const mod = event.ctrlKey || event.metaKey
  // What a shifted sign means is told by the sign itself; only letters need the word.
  const shift = event.shiftKey && (mod || event.key.length > 1)
  return `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${key}`
}

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

/** `deeds` by key name. A deed is done where no control has a better use for the key. */
export function useKeys(deeds: Partial<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return
    const name = keyName(event)
    const deed = deeds[name]
    if (deed === undefined) return
    const target = event.target instanceof Element ? event.target : document.body
    if (writes(target) || usesKey(target, name)) return
    if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return
    event.preventDefault()
    deed()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
