// What the program was started with: what is asked of it, and where the library is.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isLink } from './link.ts'

/** What a start asks of the app, be it the first one or one that finds it open already. */
export type LaunchWish = {
  /** Absolute paths of files to open. */
  books: string[]
  /** Addresses of ours, unread: whoever follows them checks them. */
  links: string[]
  /** Of the dock, the jump list and the desktop's menu. */
  deed?: 'add-books' | 'write-script'
}

export type LaunchArguments = LaunchWish & {
  /** Absolute; absent: the usual place. */
  dataFolder?: string
  /** Without what may be at fault when Lectern does not start as it should. */
  safeMode: boolean
}

const deeds = { '--add-books': 'add-books', '--write-script': 'write-script' } as const
const isDeed = (word: string): word is keyof typeof deeds => Object.hasOwn(deeds, word)

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
  const links: string[] = []
  let deed: LaunchWish['deed']
  let dataFolder: string | undefined
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--data') dataFolder = words[++at]
    else if (word.startsWith('--data=')) dataFolder = word.slice('--data='.length)
    else if (isDeed(word)) deed ??= deeds[word]
    else if (isLink(word)) links.push(word)
    else if (!word.startsWith('-') && word !== '') books.push(word)
  }
  if (development) books.shift()
  return {
    books: books.flatMap((book) => pathOf(book, folder) ?? []),
    links,
    safeMode: words.includes('--safe-mode'),
    ...(deed ? { deed } : {}),
    ...(dataFolder ? { dataFolder: resolve(folder, dataFolder) } : {}),
  }
}

/**
 * What the app is started with once more, so that it does what was wanted of it while it closed. `argv`: of this start,
 * the program's name first; what that one asked for is done.
 */
export function wordsAfter(argv: readonly string[], missed: readonly LaunchWish[]): string[] {
  const app = process.defaultApp === true ? argv.slice(1, 2) : []
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='))
  const library = at < 0 ? [] : argv.slice(at, at + (argv[at] === '--data' ? 2 : 1))
  const wanted = missed.flatMap(({ books, links, deed }) => [
    ...books,
    ...links,
    ...Object.keys(deeds).filter((word) => isDeed(word) && deeds[word] === deed),
  ])
  return [...app, ...library, ...wanted]
}

/** What a second start has handed over; nothing where that is not ours to read. */
export function readHandedOver(data: unknown): LaunchWish {
  const { books, links, deed } = (data ?? {}) as Partial<Record<keyof LaunchWish, unknown>>
  const words = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((word) => typeof word === 'string') : []
  const known = Object.values(deeds).find((one) => one === deed)
  return { books: words(books), links: words(links), ...(known ? { deed: known } : {}) }
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
