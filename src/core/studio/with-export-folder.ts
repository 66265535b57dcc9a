// A file that is put together in a folder of its own, beside which nothing is left when that fails.
import type { ExportFolder, ExportFolders } from '../ports/export-folders.ts'

/** Gives what the work has made its place at `target`. Fails as `ExportFolders.begin` does, and as the work does. */
export async function withExportFolder<T>(
  exportFolders: ExportFolders,
  target: string,
  work: (folder: ExportFolder) => Promise<T>,
): Promise<T> {
  const folder = await exportFolders.begin(target, 'beside')
  try {
    const made = await work(folder)
    await folder.finish()
    return made
  } catch (error) {
    await folder.discard()
    throw error
  }
}
