// What of a row's text is marked with pointer or keys.

/** Empty where nothing is, or where it is no row's text. */
export function selectedText(): string {
  const selection = globalThis.getSelection()
  const node = selection?.anchorNode
  const element = node instanceof Element ? node : node?.parentElement
  if (!selection || element?.closest('[role="row"], [data-book-text]') == null) return ''
  return selection.toString().replace(/\s+/g, ' ').trim()
}
