// Whether the app was started as the terminal: the packed executable is both.
import { commandWords } from '../cli/verbs.ts'

/**
 * What the terminal is told, or null where a window is wanted. Switches before the first word are Chromium's, up to a
 * `--`, but for `--data`, which is the command's where one follows; without a display there is a terminal alone. A file
 * that is called like a command is opened as `./serve`. `development`: the first word is the app's folder, as in
 * `electron . narrate book.epub`.
 */
export function terminalWords(words: readonly string[], development: boolean): string[] | null {
  let at = 0
  let isHeadless = false
  let folders = development ? 1 : 0
  let library: string[] = []
  for (; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--ozone-platform=headless') isHeadless = true
    if (word === '--data') library = words.slice(at, ++at + 1)
    else if (word.startsWith('--data=')) library = [word]
    else if (folders > 0 && !word.startsWith('-')) folders -= 1
    else if (!word.startsWith('-') || commandWords.includes(word)) break
  }
  if (!isHeadless && !commandWords.includes(words[at] ?? '')) return null
  return [...words.slice(at), ...library]
}
