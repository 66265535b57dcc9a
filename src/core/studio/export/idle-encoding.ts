// Encodes a book that was spoken on this machine for the export that is likely to follow, while nobody waits.
import type { EncodingWish } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import { canEncodeAhead, encodedAs } from '../../export/encoding-of.ts'
import type { ChapterPlans } from './chapter-plans.ts'
import { chaptersToExport, forExport } from './export-order.ts'
import type { JobRegistry } from '../job-registry.ts'
import { pieceRanges, planPiece } from './pieces.ts'
import type { StudioContext } from '../studio-context.ts'

export type IdleEncoding = {
  /** Encodes all that is complete of the book as soon as no job runs: once, one piece after the other. */
  want(projectId: string, wish: EncodingWish): void
}

/** Any job that begins stops it after the piece under way; it goes on when no job runs any more. */
export function createIdleEncoding(
  context: StudioContext,
  jobs: JobRegistry,
  plans: ChapterPlans,
): IdleEncoding {
  const { projects, codecs, events, log, options, scope } = context
  const wanted = new Map<string, EncodingWish>()
  let isRunning = false
  const isIdle = () => !scope.disposed && jobs.list().every(({ state }) => state !== 'running')

  /** Answers whether it came to its end. */
  const encodeBook = async (projectId: string, asked: EncodingWish): Promise<boolean> => {
    const { project, wish } = forExport(await projects.read(projectId), asked)
    const { encoding, sampleRate } = encodedAs(wish, project.sound)
    if (!canEncodeAhead(encoding, options.workers)) return true
    const planned = { gaps: false, sampleRate, signal: scope.signal }
    for (const { id } of chaptersToExport(project, undefined))
      for (const piece of await pieceRanges(plans, project, id, encoding)) {
        if (!isIdle()) return false
        const { groups, missing } = await planPiece(plans, project, piece, planned)
        if (missing === 0 && groups.length > 0) await codecs.encode(groups, encoding, scope.signal)
      }
    return true
  }
  const run = async () => {
    if (isRunning) return
    isRunning = true
    for (const [projectId, wish] of wanted) {
      if (!isIdle()) break
      // The export meets its trouble again, and words it.
      const isDone = await encodeBook(projectId, wish).catch((error: unknown) => {
        log.debug('encoding ahead', { failure: failureOf(error) })
        return true
      })
      if (isDone && wanted.get(projectId) === wish) wanted.delete(projectId)
    }
    isRunning = false
  }
  scope.own(
    events.on('job.advanced', ({ job }) => {
      if (job.state !== 'running') void run()
    }),
  )
  return {
    want(projectId, wish) {
      wanted.set(projectId, wish)
    },
  }
}
