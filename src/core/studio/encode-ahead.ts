// Encodes groups as they become complete while the rest is still being spoken.
import type { ExportFormat, Project } from '../../contract/index.ts'
import { failureOf } from '../base/failure-error.ts'
import { createLimiter } from '../base/limiter.ts'
import type { Encoding } from '../ports/codecs.ts'
import type { StoredSegment } from '../ports/projects.ts'
import type { GroupRange } from './chapter-plans.ts'
import type { StudioParts } from './studio-parts.ts'

/** AAC at 64 kbit/s mono is transparent for speech at 24 kHz by the measurements the house has. */
export function encodingOf(format: ExportFormat): Encoding {
  return format === 'm4b' ? { codec: 'aac', bitRate: 64_000 } : { codec: 'pcm' }
}

export type EncodeAhead = {
  /** These need no speaking any more. */
  onReady(segments: readonly StoredSegment[]): void
  /** Resolves when all that could be encoded is. */
  finish(): Promise<void>
}

/** A group with what it still waits for; only ranges are kept, a plan is made when its turn comes. */
type Waiting = { range: GroupRange; left: number }

/** Trouble here is only logged: the export meets it again and words it. */
export function createEncodeAhead(
  parts: StudioParts,
  project: Project,
  format: ExportFormat,
  signal: AbortSignal,
): EncodeAhead {
  const { context, plans } = parts
  const encoding = encodingOf(format)
  const trouble = (error: unknown) =>
    context.log.debug('encoding ahead', { failure: failureOf(error) })
  const limiter = createLimiter(context.options.workers + 1, trouble)
  const chapters = new Map<string, Promise<Waiting[]>>()
  let working = Promise.resolve()

  const waitingIn = (chapterId: string): Promise<Waiting[]> => {
    const known =
      chapters.get(chapterId) ??
      plans
        .ranges(project, chapterId)
        .then((ranges) => ranges.map((range) => ({ range, left: range.to - range.from })))
    chapters.set(chapterId, known)
    return known
  }
  const encode = async ({ range }: Waiting) => {
    const { group, missing } = await plans.group(project, range, signal)
    if (missing === 0) await context.codecs.encodeGroup(group, encoding, signal)
  }
  const count = async (chapterId: string, positions: readonly number[]) => {
    const groups = await waitingIn(chapterId)
    for (const position of positions) {
      const group = groups.find(({ range }) => position >= range.from && position < range.to)
      if (!group) continue
      group.left -= 1
      if (group.left === 0 && !signal.aborted) await limiter.begin(() => encode(group))
    }
  }

  return {
    onReady(segments) {
      for (const [chapterId, own] of Map.groupBy(segments, (segment) => segment.chapterId)) {
        const positions = own.map(({ position }) => position)
        working = working.then(() => count(chapterId, positions)).catch(trouble)
      }
    },
    async finish() {
      await working
      await limiter.idle()
    },
  }
}
