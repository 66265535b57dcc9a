// Writes a report of trouble: one zip, beside which nothing is left when it fails.
import { nameOfPath } from '../../base/name-of-path.ts'
import type { ExportFolders, PackedEntry } from '../../ports/export-folders.ts'
import { withExportFolder } from '../with-export-folder.ts'

/** Answers with the file's name. Fails as `ExportFolders.begin` does. */
export async function saveBundle(
  exportFolders: ExportFolders,
  target: string,
  entries: readonly PackedEntry[],
): Promise<string> {
  const file = nameOfPath(target)
  await withExportFolder(exportFolders, target, (folder) => folder.pack(file, entries))
  return file
}
