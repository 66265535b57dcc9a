// Whether the app was started as the terminal: the packed executable is both.
import { commandWords } from '../cli/verbs.ts'

/**
 * What the terminal is told, or null where a window is wanted. Switches before the first word are Chromium's, up to a
 * `--`; without a display there is a terminal alone. A file that is called like a command is opened as `./serve`.
 * `development`: the first word is the app's folder, as in `electron . narrate book.epub`.
 */
export function terminalWords(words: readonly string[], development: boolean): string[] | null {
  let at = 0
  let isHeadless = false
  let folders = development ? 1 : 0
  for (; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--ozone-platform=headless') isHeadless = true
    if (folders > 0 && !word.startsWith('-')) folders -= 1
    else if (!word.startsWith('-') || commandWords.includes(word)) break
  }
  return isHeadless || commandWords.includes(words[at] ?? '') ? words.slice(at) : null
}
