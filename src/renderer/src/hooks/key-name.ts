// Names a key press, so that a table can say what it does, and prints such a name for people.
import { words } from '../words.ts'

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'getModifierState'
>

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'Dead'])

/**
 * `' '`, `'j'`, `'shift+n'`, `'?'`, `'ArrowUp'`, `'mod+z'`, `'mod+shift+z'`: letters small, in this order. Null
 * for a press that means no deed: a modifier alone, or one with Alt that writes no sign.
 */
export function keyName(event: Press, mac = isMac()): string | null {
  if (modifiers.has(event.key)) return null
  const isSign = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase()
  // Where a sign such as `[` is written with AltGr, or with a Mac's Option, these are part of the sign.
  const isComposed =
    event.getModifierState('AltGraph') || (mac && event.altKey && !event.ctrlKey && !event.metaKey)
  const isWritten = isSign && event.key !== ' ' && isComposed
  if (event.altKey && !isWritten) return null
  const mod = !isWritten && (event.ctrlKey || event.metaKey)
  // What a shifted sign means is told by the sign itself; letters and named keys need the word.
  const shift = event.shiftKey && !isSign
  return `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${letterOf(event)}`
}

/** Where letters are of another script, the key that is at the place of the Latin one is meant. */
function letterOf({ key, code }: Press): string {
  if (key.length > 1) return key
  const place = /^Key([A-Z])$/.exec(code)?.[1]
  const isForeign = place !== undefined && !/\p{Script=Latin}/u.test(key) && /\p{L}/u.test(key)
  return (isForeign ? place : key).toLowerCase()
}

const isMac = (): boolean => /mac/i.test(globalThis.navigator?.platform ?? '')

/** The keys to press together, as they are printed: `['Ctrl', 'Shift', 'Z']`. */
export function keyCaps(name: string, mac = isMac()): string[] {
  const { caps, modOfMac } = words.keys
  return name.split(/\+(?=.)/).map((part) => {
    if (part === 'mod') return mac ? modOfMac : (caps['mod'] ?? part)
    return caps[part] ?? (part.length === 1 ? part.toUpperCase() : part)
  })
}

/** As one text: `Ctrl Shift Z`. */
export const keyText = (name: string): string => keyCaps(name).join(' ')
