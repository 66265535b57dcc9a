// A library of before the system's places were used has all in one folder: what has a place of its own goes there.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { settingsFiles, type DataFolder } from './data-folder.ts'
import { writeFailure } from './write-failure.ts'

type Move = { from: string; to: string }

/**
 * While nobody has the library open. What is there already stays, and so does what it would replace; what is killed in
 * the midst of it is done again. Fails with `data-folder-busy`, `folder-not-writable`, `disk-full`.
 */
export async function moveOut(folder: DataFolder): Promise<void> {
  const { root, lockDatabase, encodes, previews } = folder
  const moves = [...settingsFiles(folder), encodes, previews]
    .map((to) => ({ from: join(root, basename(to)), to }))
    .filter(({ from, to }) => from !== to && existsSync(from) && !existsSync(to))
  if (moves.length === 0) return
  // Once in the life of a library: no start waits for SQLite because of it.
  const { whileLocked } = await import('./sqlite/lock.ts')
  whileLocked(lockDatabase, 'moving', () => moves.forEach(move))
}

function move({ from, to }: Move): void {
  try {
    mkdirSync(dirname(to), { recursive: true })
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw writeFailure(error, dirname(to))
    toAnotherDisk(from, to)
  }
}

/** Files are small and a person's own; folders are large, and what is in them can be made again. */
function toAnotherDisk(from: string, to: string): void {
  if (!statSync(from).isDirectory()) {
    const half = `${to}.moving`
    cpSync(from, half, { preserveTimestamps: true })
    renameSync(half, to)
  }
  rmSync(from, { recursive: true, force: true })
}
