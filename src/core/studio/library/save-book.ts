// Saves a book with the takes it is heard with as one file: streamed, a take in memory at a time.
import {
  savedBookEntries,
  savedBookMark,
  savedBookVersion,
  type Project,
  type SavedBookHead,
  type SavedTake,
} from '../../../contract/index.ts'
import { bytesToBase64 } from '../../base/base64.ts'
import { fail } from '../../base/failure-error.ts'
import { nameOfPath } from '../../base/name-of-path.ts'
import type { PackedEntry } from '../../ports/export-folders.ts'
import type { Ticketed } from '../../ports/tickets.ts'
import { handOver } from '../hand-over.ts'
import type { RunningJob } from '../job-registry.ts'
import { allRows } from '../document/project-rows.ts'
import type { StudioContext } from '../studio-context.ts'
import type { StudioParts } from '../studio-parts.ts'
import { withExportFolder } from '../with-export-folder.ts'

/** Takes that are told together: bounds what is in memory of them beside their sound. */
const batchSize = 100

/** Begins it as a job; a file for a browser is offered for a while. Fails with `not-found`, `export-busy`. */
export async function startSaving(
  parts: StudioParts,
  projectId: string,
  place: Ticketed,
): Promise<{ jobId: string }> {
  const { context, jobs, targets } = parts
  const { path: target } = place
  const project = await context.projects.read(projectId)
  const name = nameOfPath(target)
  if (targets.has(target)) throw fail('export-busy', { file: name })
  targets.add(target)
  const about = { kind: 'save', stage: 'writing', projectId, name } as const
  const job = jobs.start(about, null, async (running) => {
    try {
      const bytes = await saveBook(context, running, project, target)
      const chapters = project.chapters.length
      running.update({
        result: { file: name, bytes, durationSeconds: 0, chapters, ...handOver(parts, place) },
      })
    } catch (error) {
      if (place.download) await place.release()
      throw error
    } finally {
      targets.delete(target)
    }
  })
  return { jobId: job.id }
}

/** Answers with the bytes of sound that are in it. */
async function saveBook(
  context: StudioContext,
  running: RunningJob,
  project: Project,
  target: string,
): Promise<number> {
  const { projects, exportFolders, keptBooks } = context
  return withExportFolder(exportFolders, target, async (folder) => {
    const { document } = savedBookEntries
    // Of one moment, whatever is done to the book meanwhile.
    await projects.saveDocument(project.id, folder.pathOf(document))
    const ids = await takesOf(context, project, running.signal)
    const batches = Math.ceil(ids.length / batchSize)
    const kept = await keptBooks.open(project.bookDigest).catch(() => null)
    await kept?.archive.close()
    const head: SavedBookHead = {
      ...{ version: savedBookVersion, document: await projects.documentVersion() },
      ...{ title: project.title, takes: ids.length, batches, hasBook: kept !== null },
    }
    const packed = { bytes: 0 }
    running.update({ done: 0, total: ids.length })
    await folder.pack(nameOfPath(target), [
      { ...savedBookMark, isStored: true },
      { name: savedBookEntries.head, text: JSON.stringify(head) },
      { name: document, file: document, isDeflated: true },
      ...(kept ? [{ name: savedBookEntries.book, path: kept.path }] : []),
      ...Array.from({ length: batches }, (_, batch) => {
        const own = ids.slice(batch * batchSize, (batch + 1) * batchSize)
        return batchOf(context, running, { ids: own, number: batch + 1, packed })
      }).flat(),
    ])
    running.signal.throwIfAborted()
    return packed.bytes
  })
}

/** What it is heard with, and what a person has pinned: each once, in the order of the book. */
async function takesOf(
  { projects }: StudioContext,
  project: Project,
  signal: AbortSignal,
): Promise<string[]> {
  const ids = new Set<string>()
  for await (const { takeId, pinnedTakeId } of allRows(projects, project)) {
    signal.throwIfAborted()
    for (const own of [takeId, pinnedTakeId]) if (own !== null) ids.add(own)
  }
  return [...ids]
}

/** The sounds first: what is told of them is known when they are through. A take that is gone is left out. */
function batchOf(
  { takes }: StudioContext,
  running: RunningJob,
  { ids, number, packed }: { ids: readonly string[]; number: number; packed: { bytes: number } },
): PackedEntry[] {
  const saved: SavedTake[] = []
  async function* sounds() {
    const found = await takes.find(ids)
    for (const id of ids) {
      running.signal.throwIfAborted()
      const take = found.get(id)
      const whole = take && (await takes.whole(id))
      if (take && whole) {
        const { flac, digest, analysisVersion, peaks } = whole
        const bytes = flac.byteLength
        saved.push({ ...take, bytes, digest, analysisVersion, peaks: bytesToBase64(peaks) })
        packed.bytes += bytes
        yield flac
      }
      running.update({ done: running.job.done + 1 })
    }
  }
  async function* told() {
    yield new TextEncoder().encode(JSON.stringify(saved))
  }
  return [
    { name: savedBookEntries.sounds(number), isStored: true, stream: sounds },
    { name: savedBookEntries.takes(number), stream: told },
  ]
}
