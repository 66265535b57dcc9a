// The copy of a finished export in a folder that a person chose: what fails here fails nothing else.
import { fail, failureOf } from '../../base/failure-error.ts'
import { folderName } from './copy-folder.ts'
import type { MissingCopy } from './export-order.ts'
import type { RunningJob } from '../job-registry.ts'
import type { StudioParts } from '../studio-parts.ts'

/** So many are known to be made again; older ones are forgotten. */
const kept = 5

/**
 * Says in the job's result that the copy is there, or why it is not: then it is known how to make it again.
 * Cancelling ends the copy, never the export, which is done.
 */
export async function copyExport(
  { context, missingCopies }: StudioParts,
  running: RunningJob,
  wanted: MissingCopy,
): Promise<void> {
  const { order, result } = wanted
  const { id } = running.job
  const folder = folderName(order.into)
  running.update({ stage: 'copying', done: 0, total: 0, etaSeconds: null })
  try {
    const onProgress = (done: number, total: number) => running.update({ done, total })
    await context.exportFolders.copy(order, onProgress, running.signal)
    running.update({ result: { ...result, copy: { folder } } })
  } catch (error) {
    // The job stays open for the next start.
    if (context.scope.disposed) throw error
    const trouble = failureOf(error)
    if (trouble.code === 'unexpected') context.log.error('a copy failed', { failure: trouble })
    missingCopies.set(id, wanted)
    for (const old of [...missingCopies.keys()].slice(0, -kept)) missingCopies.delete(old)
    // A page knows the folder by its name alone.
    const params = 'folder' in trouble.params ? { ...trouble.params, folder } : trouble.params
    const { detail: _, ...told } = trouble
    running.update({ result: { ...result, copy: { folder, failure: { ...told, params } } } })
  }
}

/** As an export of its own, which is done when the copy is. Fails with `not-found`. */
export function copyAgain(parts: StudioParts, jobId: string): { jobId: string } {
  const { jobs, mendings, missingCopies } = parts
  const wanted = missingCopies.get(jobId)
  if (!wanted) throw fail('not-found', { kind: 'job' })
  missingCopies.delete(jobId)
  const { projectId, result } = wanted
  const about = { kind: 'export', stage: 'copying', projectId, name: result.file } as const
  const job = jobs.start(about, null, (running) => copyExport(parts, running, wanted))
  // What it found to be mended can be mended still.
  const mending = mendings.get(jobId)
  if (mending) mendings.set(job.id, mending)
  return { jobId: job.id }
}
