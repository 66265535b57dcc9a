// All that Lectern keeps, to be removed when a person wants to be rid of it.
import { existsSync, lstatSync, readdirSync, rmdirSync, rmSync, type Dirent } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { dataFolderAt } from './data-folder.ts'
import { isUsual, placesOf, updaterCache } from './system-places.ts'
import { writeFailure } from './write-failure.ts'

export type Kept = { path: string; bytes: number }

/** Electron's own, in the library. */
export const windowFolder = 'window'

/**
 * What would go, with its size. The system's places are Lectern's own and go whole. A folder that a person named, or that
 * such a place leads to, may hold more than the library: what is Lectern's in it is told one by one, and all else stays.
 * Nothing where there is no library.
 */
export function keptAt(root: string): Kept[] {
  if (!isUsual(root) && !isLibrary(root)) return []
  return foldersAt(root).flatMap((path) => {
    const own = ownIn(path, root).map((entry) => join(path, entry))
    if (own.length === 0) return []
    if (!isWhole(path, root)) return own.map((each) => ({ path: each, bytes: sizeOf(each) }))
    return [{ path, bytes: own.reduce((sum, each) => sum + sizeOf(each), 0) }]
  })
}

/** A folder without these is somebody else's, whatever the folders in it are called. */
function isLibrary(root: string): boolean {
  const { projectsDatabase, takesDatabase } = dataFolderAt(root)
  return existsSync(projectsDatabase) || existsSync(takesDatabase)
}

/** A link leads to where a person has put it, beside things of their own. */
const isWhole = (path: string, root: string): boolean =>
  isUsual(root) && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true

/**
 * Removes it, but `except` what is in use until the very end, by its path. Fails with `folder-not-writable` where
 * something does not go; what is gone by then is gone.
 */
export function removeAt(root: string, except: readonly string[] = []): void {
  for (const path of foldersAt(root)) {
    try {
      for (const entry of ownIn(path, root)) {
        const own = join(path, entry)
        if (!except.some((kept) => own.startsWith(kept)))
          rmSync(own, { recursive: true, force: true, maxRetries: 3 })
      }
    } catch (error) {
      throw writeFailure(error, path)
    }
    // On Windows three places lie in one folder, which is Lectern's as well.
    removeEmpty(path)
    if (isUsual(root) && basename(dirname(path)) === 'lectern') removeEmpty(dirname(path))
  }
}

const foldersAt = (root: string): string[] => [
  ...new Set([...Object.values(placesOf(root)), ...(isUsual(root) ? [updaterCache()] : [])]),
]

function ownIn(folder: string, root: string): string[] {
  const names = entriesIn(folder).map(({ name }) => name)
  if (isWhole(folder, root)) return names
  const known = Object.values(dataFolderAt(root))
    .filter((path) => dirname(path) === folder)
    .map((path) => basename(path))
  // SQLite and half-written files add to a name; folders have theirs alone.
  return names.filter((name) =>
    [...known, windowFolder].some((own) =>
      own.includes('.')
        ? name === own || name.startsWith(`${own}-`) || name === `${own}.new`
        : name === own,
    ),
  )
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Links count as themselves: what they lead to stays. */
function sizeOf(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() !== true) return found?.size ?? 0
  return entriesIn(path).reduce((sum, { name }) => sum + sizeOf(join(path, name)), 0)
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody else has something in it, or it never was.
  }
}
