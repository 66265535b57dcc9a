// What is done to a library's files while nobody may open it, the studio neither.
import { openDataFolder, type DataFolder } from '../io/data-folder.ts'
import { whileLocked } from '../io/sqlite/lock.ts'

/** Fails with `data-folder-busy` where another Lectern has it open, and as `open` does. */
export function underLock(
  root: string,
  work: (folder: DataFolder) => void,
  open: (root: string) => DataFolder = openDataFolder,
): void {
  const folder = open(root)
  whileLocked(folder.lockDatabase, 'terminal', () => work(folder))
}
