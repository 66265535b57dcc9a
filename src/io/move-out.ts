// A library of before the system's places were used has all in one folder: what has a place of its own goes there.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

type Move = { from: string; to: string }

/** `paths`: where things belong now. What is there already stays, and so does what it would replace. */
export const toMoveOut = (root: string, paths: readonly string[]): Move[] =>
  paths
    .map((to) => ({ from: join(root, basename(to)), to }))
    .filter(({ from, to }) => from !== to && existsSync(from) && !existsSync(to))

/** Only while nobody has the library open. What is killed in the midst of it is done again. */
export function moveOut(moves: readonly Move[]): void {
  for (const { from, to } of moves) {
    mkdirSync(dirname(to), { recursive: true })
    try {
      renameSync(from, to)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
      toAnotherDisk(from, to)
    }
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
