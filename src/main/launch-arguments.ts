// What the program was started with: books, and where the library is.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export type LaunchArguments = {
  /** Absolute; absent: the usual place. */
  dataFolder?: string
  /** Absolute paths of files to open. */
  books: string[]
}

/**
 * Reads what follows the program's name. Chromium's own switches are let through unread. `development`:
 * the first word is the app's folder, as in `electron . book.epub`. `folder`: what names are relative to.
 */
export function readLaunchArguments(
  words: readonly string[],
  folder: string,
  development: boolean,
): LaunchArguments {
  const books: string[] = []
  let dataFolder: string | undefined
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--data') dataFolder = words[++at]
    else if (word.startsWith('--data=')) dataFolder = word.slice('--data='.length)
    // A link of ours asks for the app, which comes.
    else if (word.startsWith('lectern:')) continue
    else if (!word.startsWith('-') && word !== '') books.push(word)
  }
  if (development) books.shift()
  return {
    books: books.flatMap((book) => pathOf(book, folder) ?? []),
    ...(dataFolder ? { dataFolder: resolve(folder, dataFolder) } : {}),
  }
}

/** A desktop names files by their address; null where it leads to another machine. */
function pathOf(word: string, folder: string): string | null {
  if (!word.startsWith('file:')) return resolve(folder, word)
  try {
    return fileURLToPath(word)
  } catch {
    return null
  }
}
