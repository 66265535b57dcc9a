// The folder that gets a copy of every finished export: chosen once, remembered until it is given up.
import { fail } from '../../base/failure-error.ts'
import { nameOfPath } from '../../base/name-of-path.ts'
import type { StudioContext } from '../studio-context.ts'

const fact = 'export-copy-folder'

type Memory = Pick<StudioContext, 'projects'>

/** A disk's own folder has no name but its path. */
export const folderName = (path: string): string => nameOfPath(path) || path

/** Its path; null where none is chosen. */
export const rememberedFolder = ({ projects }: Memory): Promise<string | null> =>
  projects.recall(fact)

export async function copyFolder({ projects }: Memory): Promise<{ name: string | null }> {
  const path = await rememberedFolder({ projects })
  return { name: path === null ? null : folderName(path) }
}

/** Null gives it up. */
export async function chooseCopyFolder(
  memory: Memory,
  path: string | null,
): Promise<{ name: string | null }> {
  if (path === null) await memory.projects.forget(fact)
  else await memory.projects.remember(fact, path)
  return copyFolder(memory)
}

/** The path that an export's wish means. Fails with `not-found` where none is remembered any more. */
export async function folderOf(
  { projects, tickets }: Pick<StudioContext, 'projects' | 'tickets'>,
  wish: string,
): Promise<string> {
  const path =
    wish === 'remembered' ? await projects.recall(fact) : tickets.take('folder', wish).path
  if (path === null) throw fail('not-found', { kind: 'folder' })
  return path
}
