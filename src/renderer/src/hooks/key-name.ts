// Names a key press, so that a table can say what it does.

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
