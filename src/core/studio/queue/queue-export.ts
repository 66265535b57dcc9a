// A book of the queue that is narrated is written into the folder for copies, as it was exported last.
import { exportName } from '../../../contract/index.ts'
import { rememberedFolder } from '../export/copy-folder.ts'
import { usualEncoding } from '../export/export-history.ts'
import { startExport } from '../export/start-export.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Null where no folder is remembered. Nothing that lies there is ever replaced: a number is put behind. */
export async function exportQueued(parts: StudioParts, projectId: string): Promise<string | null> {
  const { context } = parts
  const folder = await rememberedFolder(context)
  if (folder === null) return null
  const { title } = await context.projects.read(projectId)
  const wish = await usualEncoding(parts, projectId)
  const pathOf = (number: number) =>
    `${folder}/${exportName(number === 1 ? title : `${title} ${number}`, wish, false)}`
  let number = 1
  while (parts.targets.has(pathOf(number)) || (await context.exportFolders.has(pathOf(number))))
    number += 1
  const { jobId } = await startExport(parts, { ...wish, projectId, target: pathOf(number) })
  return jobId
}
