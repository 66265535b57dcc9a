// The key of a deed as menus of the system name it.

const names: Readonly<Record<string, string>> = {
  mod: 'CmdOrCtrl',
  shift: 'Shift',
  ' ': 'Space',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  Escape: 'Esc',
}

/** What menus can write beside signs of one letter. */
const known = /^([!-~]|F\d\d?|Delete|Insert|Home|End|PageUp|PageDown)$/

/**
 * The first of `keys` that a menu can show; undefined where it can show none. A Mac hears the keys of its menu before
 * the page does unless Cmd is among them: a letter in the menu could not be written any more.
 */
export function acceleratorOf(
  keys: readonly string[],
  platform: NodeJS.Platform,
): string | undefined {
  const shown = keys.map((key) => {
    if (platform === 'darwin' && !key.startsWith('mod+')) return null
    const parts = key
      .split(/\+(?=.)/)
      .map((part) => names[part] ?? (known.test(part) ? part : null))
    return parts.includes(null) ? null : parts.join('+')
  })
  return shown
    .find((one) => one !== null)
    ?.replace(/(?<=^|\+)[a-z]$/, (letter) => letter.toUpperCase())
}
