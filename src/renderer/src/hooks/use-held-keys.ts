// Holds back what is typed while something that it is meant for is on its way: it is written there, not done here.
import { useEffect, useState } from 'react'

export type HeldKeys = {
  /** From now on no key does anything, until `release`; Escape ends it. */
  hold(): void
  /** Keys do again what they do. Answers with what was typed meanwhile. */
  release(): string
}

/** `onEscape`: it is not wanted any more. Stays the same object. */
export function useHeldKeys(onEscape: () => void): HeldKeys {
  const [held] = useState(() => holdKeys(window, onEscape))
  useEffect(() => () => void held.release(), [held])
  return held
}

const openBox = '[role="dialog"]:not([data-closed]) input'

function holdKeys(
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
  onEscape: () => void,
): HeldKeys {
  let typed = ''
  const release = () => {
    page.removeEventListener('keydown', take, { capture: true })
    const text = typed
    typed = ''
    return text
  }
  const take = (event: KeyboardEvent) => {
    // It was asked for again while it faded out, and has the focus still.
    if (event.target instanceof Element && event.target.closest(openBox) !== null)
      return void release()
    // Before all others: the list, an open editor and the page's own keys.
    event.stopImmediatePropagation()
    event.preventDefault()
    if (event.key === 'Escape') {
      release()
      onEscape()
    } else if (event.key === 'Backspace') typed = typed.slice(0, -1)
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) typed += event.key
  }
  return {
    // Adding it once more adds nothing.
    hold: () => page.addEventListener('keydown', take, { capture: true }),
    release,
  }
}
