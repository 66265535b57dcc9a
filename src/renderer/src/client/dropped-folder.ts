// The files of a folder that was dropped: a voice's, or the books in it.
import { isBook, isModel, isWanted } from './voice-drop.ts'

/** Deeper than anybody keeps books, and more than anybody adds in one go. */
const maxDepth = 8
const maxBooks = 500

/** By name, folder by folder; empty where there are none. */
export async function booksOfFolder(folder: FileSystemDirectoryEntry, depth = 0): Promise<File[]> {
  const entries = (await entriesOf(folder)).filter(isWanted)
  entries.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
  const books: File[] = []
  for (const entry of entries) {
    if (books.length >= maxBooks) break
    if (entry.isDirectory && depth < maxDepth)
      books.push(...(await booksOfFolder(entry as FileSystemDirectoryEntry, depth + 1)))
    const file = entry.isFile && isBook(entry) ? await fileOf(entry as FileSystemFileEntry) : null
    if (file !== null) books.push(file)
  }
  return books.slice(0, maxBooks)
}

/**
 * A voice's: those at the top, or in the one folder it holds. Empty where the browser cannot read it. What
 * lies deeper is data that Lectern brings itself.
 */
export async function filesOfFolder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const entries = (await entriesOf(folder)).filter(isWanted)
  const files = entries.filter((entry) => entry.isFile) as FileSystemFileEntry[]
  const [only, another] = entries.filter((entry) => entry.isDirectory) as FileSystemDirectoryEntry[]
  const hasModel = files.some(isModel)
  if (!hasModel && only !== undefined && another === undefined) return filesOfFolder(only)
  const read = await Promise.all(files.map(fileOf))
  return read.filter((file) => file !== null)
}

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)))

/** A browser tells them a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}
