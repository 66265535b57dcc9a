// How this copy of the app may be replaced by a newer one: by what it was made as, and whether it was told of a feed.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type UpdateKind = 'nsis' | 'mac' | 'appimage' | 'deb'

export type Copy = {
  platform: NodeJS.Platform
  isPackaged: boolean
  /** Where electron-builder has laid what it tells the app. */
  resources: string
  /** The file that this copy was started from, where it is an AppImage. */
  appImage: string | null
}

/**
 * `resources`: of this copy. Who is started from within another AppImage, as by its terminal, inherits what that one
 * was told, and must not be taken for it: it would be replaced.
 */
export const ownAppImage = (
  resources: string,
  { file, folder }: { file: string | null; folder: string | null },
): string | null =>
  file !== null && folder !== null && resources.startsWith(`${folder}/`) ? file : null

/** Null where nothing replaces it: not packed, without a feed, or unpacked by hand. */
export function updateKind({ platform, isPackaged, resources, appImage }: Copy): UpdateKind | null {
  if (!isPackaged || !existsSync(join(resources, 'app-update.yml'))) return null
  if (platform === 'win32') return 'nsis'
  if (platform === 'darwin') return 'mac'
  if (appImage !== null) return 'appimage'
  const type = join(resources, 'package-type')
  return existsSync(type) && readFileSync(type, 'utf8').trim() === 'deb' ? 'deb' : null
}
